import type { Report } from "../contract/report.ts";
import { asAmount, same, sorted, type Difference } from "./expectation.ts";

type Line = Report["combinations"][number];
type Expected = Readonly<Record<string, unknown>>;

/**
 * What a combination's line does not come to of what a case expects of it. `told: false` expects
 * that there is no line: the members do not meet.
 */
export function togetherDifferences(
  lines: readonly Line[],
  id: string,
  { subject, told, ...expected }: Expected,
): readonly Difference[] {
  const line = lines.find(
    (one) => one.id === id && (subject === undefined || one.subject === subject),
  );
  if (told === false) return line ? [{ key: "told", expected: false, got: true }] : [];
  if (!line) return [{ key: "told", expected: true, got: false }];
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const got = partOf(line, key);
    const whole = key === "amount" ? asAmount(wanted) : wanted;
    return same(sorted(whole), sorted(got)) ? [] : [{ key, expected: whole, got }];
  });
}

/** A cap is expected by what it answers, or by what follows. */
function partOf(line: Line, key: string): unknown {
  if (key === "cap") return line.cap?.consequence ?? line.cap?.answer;
  return (line as Expected)[key];
}
