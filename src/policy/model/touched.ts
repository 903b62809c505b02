import { sectionsOf, type Report } from "../../rules/index.ts";
import type { MeasureProjects } from "../contract.ts";

export type Touch = MeasureProjects["projects"][number]["verdict"];

/** In the order in which they settle a measure: one rule that applies is enough. */
const parts = [
  ["applies", "applies"],
  ["undecided", "undecided"],
  ["exploratory", "exploratory"],
  ["not", "does_not_apply"],
] as const;

/** What each measure comes to in a report: the nearest to applying of its rules. */
export function touchesOf(report: Report): ReadonlyMap<string, Touch> {
  const sections = sectionsOf(report);
  const nearestLast = [...parts].reverse();
  return new Map(
    nearestLast.flatMap(([section, touch]) =>
      sections[section].map(({ first }) => [first.measure, touch] as const),
    ),
  );
}
