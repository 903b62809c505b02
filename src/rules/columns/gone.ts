import { levels } from "../contract/pack.ts";
import type { Read } from "../evaluate/gone-facts.ts";
import { levelNumber } from "../evaluate/rows.ts";
import { isListed } from "../case/model.ts";
import type { Library } from "./library.ts";
import type { Subjects } from "./place.ts";

/** The case to which the subjects belong: each has exactly one project. */
export const ownerOf = (subjects: Subjects): number => subjects[levelNumber.project]!;

function isGone(library: Library, { fact, code }: Read, subject: number): boolean {
  const low = library.column(fact).low[subject]!;
  return code === undefined ? Number.isNaN(low) : low === code;
}

/** Whether one of the facts does not apply; see `anyGone`, which asks the same of a machine. */
export function goneAt(library: Library, reads: readonly Read[], subjects: Subjects): boolean {
  const owner = ownerOf(subjects);
  const countOf = (level: number): number => {
    const { starts } = library.levels[level]!;
    return starts[owner + 1]! - starts[owner]!;
  };
  return reads.some((read) => {
    const { level, folded } = read;
    if (!folded.includes(level)) {
      return isGone(library, read, subjects[level]!) && folded.every((one) => countOf(one) > 0);
    }
    const first = isListed(levels[level]!) ? library.levels[level]!.starts[owner]! : owner;
    return Array.from({ length: countOf(level) }).some((_, at) =>
      isGone(library, read, first + at),
    );
  });
}
