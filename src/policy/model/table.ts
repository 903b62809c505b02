import type { Locale } from "../../base/message.ts";
import type { Report } from "../../rules/index.ts";
import { headings, standingWords, verdictWords } from "./wording.ts";
import { tallyRules, type Tally } from "./tally.ts";

export type TableRow = {
  readonly case: string;
  readonly title: string | undefined;
  readonly tally: Tally;
  readonly next: Report["next"];
};

export const tableRow = (report: Report, title: string | undefined): TableRow => ({
  case: report.case,
  title,
  tally: tallyRules(report),
  next: report.next,
});

/** How wide a text stands in a terminal: a Chinese character takes two places. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\uffdc]/u.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - widthOf(text)));

/**
 * Many cases, a line each: rules that apply, are open, do not apply, are exploratory, and the fact
 * that settles most.
 */
export function tableText(rows: readonly TableRow[], locale: Locale): string {
  const names = rows.map(({ title, case: id }) => title ?? id);
  const width = Math.max(...names.map(widthOf), 4);
  const columns = [
    { name: verdictWords.applies[locale], count: "applies" },
    { name: verdictWords.undecided[locale], count: "undecided" },
    { name: verdictWords.does_not_apply[locale], count: "doesNotApply" },
    { name: standingWords.exploratory[locale], count: "exploratory" },
  ] as const;
  const head = [
    padded({ zh: "项目", en: "Case" }[locale], width),
    ...columns.map(({ name }) => name),
    headings.next[locale],
  ].join("  ");
  const lines = rows.map(({ tally, next }, index) =>
    [
      padded(names[index] ?? "", width),
      ...columns.map(({ name, count }) => String(tally[count]).padStart(widthOf(name))),
      next ? `${next.label[locale]} (${next.fact})` : "—",
    ].join("  "),
  );
  return [head, ...lines].join("\n");
}
