import { useMeasures, usePack } from "./policy.ts";
import { useSay } from "../app/useSay.ts";

type Cite = { document: string; item: number | string };

/** "工具箱 1.0·4": the measure's own label, or the document's short name with the item. */
export function useClauseLabel(): (measure: string, cite: Cite) => string {
  const say = useSay();
  const measures = useMeasures();
  const pack = usePack();
  return (measure, { document, item }) => {
    const known = measures.data?.measures.find(({ id }) => id === measure);
    if (known) return say(known.cite.label);
    const text = pack.data?.documents.find(({ id }) => id === document);
    return `${text ? say(text.short) : document}·${item}`;
  };
}
