import type { LibraryFigures, RunFigures } from "../library.ts";
import { row, type Section } from "../report.ts";

const count = new Intl.NumberFormat("en");
const rowOf = (name: string, run: RunFigures): string =>
  row(
    name,
    run.seconds.toFixed(0),
    count.format(run.casesPerSecond),
    run.peakMb,
    run.takenUpAgain,
    run.digest.slice(0, 12),
  );

/** Both ways over the same cases; it is broken where they do not come to the same. */
export function librarySection({ cases, partitions, single, killed }: LibraryFigures): Section {
  const isEqual = single.digest === killed.digest;
  return {
    title: "A library in one piece, and in partitions with a worker killed",
    isBroken: !isEqual,
    lines: [
      `${count.format(cases)} synthetic cases, grouped by district, on PostgreSQL. In partitions:`,
      `${partitions} of them, two workers; one was ended by kill -9 in the middle, and another started.`,
      isEqual ? "Both come to the same summary." : "**The summaries differ.**",
      "",
      "| how | seconds | cases a second | most memory of a worker, MB | begun again | digest |",
      "| --- | --- | --- | --- | --- | --- |",
      rowOf("one worker, one piece", single),
      rowOf("two workers, one killed", killed),
    ],
  };
}
