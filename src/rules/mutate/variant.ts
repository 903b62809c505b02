import type { Bilingual } from "../../base/message.ts";
import { forces, type Force } from "../contract/pack.ts";
import type { Place } from "./rewriting.ts";
import { forceNames, tellBecomes, tellDropped } from "./telling.ts";

/** A part of the law with one slip in it; without `by` it is left out. */
export type Variant<Part> = {
  readonly id: string;
  readonly by: Part | undefined;
  readonly text: Bilingual;
};

/** The part left out whole. */
export const dropped = ({ id, label }: Place, what: Bilingual): Variant<never> => ({
  id: `${id}:drop`,
  by: undefined,
  text: tellDropped(label, what),
});

/** The forces beside a force: one stronger, one weaker. */
export function forceVariants<Part extends { readonly force: Force }>(
  part: Part,
  { id, label }: Place,
): readonly Variant<Part>[] {
  const at = forces.indexOf(part.force);
  return [forces[at - 1], forces[at + 1]].flatMap((force): readonly Variant<Part>[] => {
    if (force === undefined) return [];
    const text = tellBecomes(label, forceNames[part.force], forceNames[force]);
    return [{ id: `${id}:${force}`, by: { ...part, force }, text }];
  });
}

type Listed<Part> = { readonly list: readonly Part[]; readonly at: number };

/** A list with one of its parts changed, or left out. */
export function exchanged<Part>({ list, at }: Listed<Part>, by: Part | undefined): readonly Part[] {
  return by === undefined ? list.toSpliced(at, 1) : list.with(at, by);
}
