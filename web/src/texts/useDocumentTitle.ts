import { usePack } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";

/** What the pack calls a document, whole and short; its id where the pack does not know it. */
export function useDocumentTitle() {
  const say = useSay();
  const documents = usePack().data?.documents ?? [];
  return (id: string): { title: string; short: string } => {
    const found = documents.find((document) => document.id === id);
    return found ? { title: say(found.title), short: say(found.short) } : { title: id, short: id };
  };
}
