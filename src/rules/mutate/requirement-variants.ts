import { bilingual } from "../../base/message.ts";
import { requirementId } from "../cover/branches.ts";
import type { EffectIr } from "../ir.ts";
import { tellBecomes } from "./telling.ts";
import { dropped, forceVariants, type Variant } from "./variant.ts";

type Required = EffectIr["requires"][number];

const kinds = {
  approval: bilingual("批准", "approval"),
  document: bilingual("文件", "document"),
  agreement: bilingual("协议", "agreement"),
  duty: bilingual("责任", "duty"),
} as const;
type Kind = keyof typeof kinds;

/** What each kind of requirement is most easily taken for. */
const mistaken: Readonly<Record<Kind, Kind>> = {
  approval: "document",
  document: "approval",
  agreement: "duty",
  duty: "agreement",
};

/** A requirement left out, of another force, or of another kind. */
export function requirementVariants(one: Required, under: string): readonly Variant<Required>[] {
  const name = requirementId(one);
  const label = bilingual(`要求“${one.title.zh}”`, `requirement "${one.title.en}"`);
  const place = { id: `${under}.requires.${name}`, label };
  const kind = (Object.keys(kinds) as Kind[]).find((key) => one[key] !== undefined);
  return [
    dropped(place, one.title),
    ...forceVariants(one, place),
    ...(kind ? [asAnother(one, kind, place)] : []),
  ];
}

function asAnother(
  one: Required,
  kind: Kind,
  { id, label }: { id: string; label: Required["title"] },
): Variant<Required> {
  const { force, title } = one;
  const other = mistaken[kind];
  const by: Required = { force, title, [other]: one[kind] };
  return { id: `${id}:${other}`, by, text: tellBecomes(label, kinds[kind], kinds[other]) };
}
