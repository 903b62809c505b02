import type { Locale } from "../../base/message.ts";
import type { Report } from "../../rules/index.ts";
import { headings, verdictWords } from "./wording.ts";
import { tallyItems, type Tally } from "./tally.ts";

export type TableRow = {
  readonly case: string;
  readonly title: string | undefined;
  readonly tally: Tally;
  readonly next: Report["next"];
};

export const tableRow = (report: Report, title: string | undefined): TableRow => ({
  case: report.case,
  title,
  tally: tallyItems(report),
  next: report.next,
});

/** How wide a text stands in a terminal: a Chinese character takes two places. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\uffdc]/u.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/**
 * Many cases, a line each: items that apply, are open, do not apply, and the fact that settles
 * most.
 */
export function tableText(rows: readonly TableRow[], locale: Locale): string {
  const names = rows.map(({ title, case: id }) => title ?? id);
  const width = Math.max(...names.map(widthOf), 4);
  const head = [
    padded({ zh: "项目", en: "Case" }[locale], width),
    verdictWords.applies[locale],
    verdictWords.undecided[locale],
    verdictWords.does_not_apply[locale],
    headings.next[locale],
  ].join("  ");
  const lines = rows.map(({ tally, next }, index) =>
    [
      padded(names[index] ?? "", width),
      String(tally.applies).padStart(4),
      String(tally.undecided).padStart(4),
      String(tally.doesNotApply).padStart(6),
      `  ${next ? `${next.label[locale]} (${next.fact})` : "—"}`,
    ].join("  "),
  );
  return [head, ...lines].join("\n");
}
