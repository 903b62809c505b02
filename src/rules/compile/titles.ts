import type { Bilingual } from "../../base/message.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Requirement } from "../contract/pack.ts";
import type { EffectIr } from "../ir.ts";
import type { Located } from "../source.ts";
import type { Book } from "./book.ts";
import type { Path } from "../resolve/desk.ts";

type Place = { readonly book: Book; readonly located: Located<unknown>; readonly path: Path };
type Named = {
  readonly path: Path;
  readonly name: string;
  readonly title: Bilingual | undefined;
};

/** The title written beside a name, else that of the term; a name without one cannot be shown to
 * anybody. */
export function titleOf(
  { book, located }: Place,
  { path, name, title }: Named,
): Bilingual | undefined {
  const found = title ?? book.terms.get(name);
  if (found) return found;
  const holes = { name, nearest: nearest(name, book.terms.keys()) };
  return book.desk.about(located, path, { code: "term_missing", holes });
}

const kinds = ["approval", "document", "agreement", "duty"] as const;

export function readRequirements(
  place: Place,
  requirements: readonly Requirement[],
): EffectIr["requires"] {
  return requirements.flatMap((requirement, index) => {
    const at = [...place.path, "requires", index];
    const named = kinds.filter((kind) => requirement[kind] !== undefined);
    const [kind] = named;
    if (!kind || named.length > 1) {
      place.book.desk.about(place.located, at, { code: "requirement_unnamed", holes: {} });
      return [];
    }
    const name = requirement[kind] ?? "";
    const title = titleOf(place, { path: [...at, kind], name, title: requirement.title });
    return title ? [{ ...requirement, title }] : [];
  });
}
