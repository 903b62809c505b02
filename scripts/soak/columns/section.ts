import type { ColumnFigures, ReformFigures } from "../columns.ts";
import { row, table, type Section } from "../report.ts";

/** The library in columns beside one case after the other. */
export function columnSection({ cases, verdicts, engines, columns }: ColumnFigures): Section {
  return {
    title: "The whole library, in columns and one by one",
    isBroken: engines > 0 || columns > 0,
    lines: [
      "Each case of the library and each named project: its report by the reference interpreter, by",
      "closures and by generated functions, byte for byte; and its verdicts, amounts and answers of",
      "bounds in columns.",
      "",
      ...table([
        row("cases", cases),
        row("verdicts", verdicts),
        row("reports of two engines that differ", engines),
        row("cases whose columns differ from their report", columns),
      ]),
    ],
  };
}

/** A cap moved, and what comes of it added up in three ways. */
export function reformSection({ rows, sums }: ReformFigures): Section {
  const isWhole = sums.every(
    ({ total, groups, recomputed }) => total === groups && total === recomputed,
  );
  return {
    title: "The award's cap at a quarter",
    isBroken: !isWhole,
    lines: [
      `${rows} subjects fare otherwise. What each account certainly gives, in hundredths of a square`,
      "metre: by the simulation, by the sums of its districts, and by a report on each case under the",
      "reformed law.",
      "",
      "| account | as it is | as it would be | the districts | case by case |",
      "| --- | --- | --- | --- | --- |",
      ...sums.map(({ account, before, total, groups, recomputed }) =>
        row(account, before, total, groups, recomputed),
      ),
    ],
  };
}
