import { bilingual } from "../../base/message.ts";
import type { Ratio } from "../../base/ratio.ts";
import type { Voice } from "../explain/voice.ts";
import type { BoundIr } from "../ir.ts";
import { rewritings, shifts, type Place, type Rewriting } from "./rewriting.ts";
import { tellBecomes } from "./telling.ts";
import { dropped, forceVariants, type Variant } from "./variant.ts";

const directions = {
  at_most: bilingual("不超过", "at most"),
  at_least: bilingual("不低于", "at least"),
} as const;

export type Measure = { readonly voice: Voice; readonly step: Ratio };

/** A bound left out, turned round, of another force, or drawn elsewhere. */
export function boundVariants(
  bound: BoundIr,
  under: string,
  { voice, step }: Measure,
): readonly Variant<BoundIr>[] {
  const title = bound.title ?? bilingual(bound.id, bound.id);
  const label = bilingual(`界限“${title.zh}”`, `bound "${title.en}"`);
  const place: Place = { id: `${under}.limits.${bound.id}`, label };
  const direction = bound.direction === "at_most" ? "at_least" : "at_most";
  const limits = [
    ...rewritings(bound.limit, place, voice),
    ...shifts(bound.limit, place, step),
  ].map(({ node, ...rest }: Rewriting) => ({ ...rest, by: { ...bound, limit: node } }));
  return [
    dropped(place, title),
    {
      id: `${place.id}:${direction}`,
      by: { ...bound, direction },
      text: tellBecomes(label, directions[bound.direction], directions[direction]),
    },
    ...forceVariants(bound, place),
    ...limits,
  ];
}
