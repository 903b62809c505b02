import type { Bilingual, Locale } from "../../src/base/message.ts";

/** A figure beside another of the same run, and the bar that it is held to. */
export type Ratio = {
  readonly to: string | Bilingual;
  readonly value: number;
  readonly bar?: { readonly is: "at_most" | "at_least"; readonly value: number };
};

export type Row = {
  readonly name: string | Bilingual;
  readonly figure: number;
  readonly unit: "µs" | "ms" | "kB";
  /** In the figure's own unit. */
  readonly most?: number;
  readonly ratios?: readonly Ratio[];
};

export type Part = {
  readonly title: Bilingual;
  /** For the page of figures: what was measured. */
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
};

export type Measured = {
  readonly parts: readonly Part[];
  readonly missing: readonly { readonly name: string; readonly why: Bilingual }[];
  readonly machine: Bilingual;
};

const nameIn = (name: string | Bilingual, locale: Locale): string =>
  typeof name === "string" ? name : name[locale];

const digits = (figure: number): string =>
  figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(2);

const holds = ({ value, bar }: Ratio): boolean =>
  !bar || (bar.is === "at_most" ? value <= bar.value : value >= bar.value);

const words = {
  zh: {
    held: "达到",
    missed: "未达到",
    atMost: "至多",
    atLeast: "至少",
    to: "相对于",
    none: "没有装",
  },
  en: {
    held: "held",
    missed: "missed",
    atMost: "at most",
    atLeast: "at least",
    to: "to",
    none: "not had",
  },
} as const;

function ratioText(ratio: Ratio, locale: Locale): string {
  const said = words[locale];
  const { to, value, bar } = ratio;
  const figure = `${digits(value)} × ${nameIn(to, locale)}`;
  if (!bar) return figure;
  const side = bar.is === "at_most" ? said.atMost : said.atLeast;
  return `${figure} (${side} ${bar.value}: ${holds(ratio) ? said.held : said.missed})`;
}

function barText({ figure, most, unit }: Row, locale: Locale): string[] {
  if (most === undefined) return [];
  const said = words[locale];
  return [`${said.atMost} ${most} ${unit}: ${figure <= most ? said.held : said.missed}`];
}

const cellsOf = (row: Row, locale: Locale): string[] => [
  nameIn(row.name, locale),
  `${digits(row.figure)} ${row.unit}`,
  [...barText(row, locale), ...(row.ratios ?? []).map((one) => ratioText(one, locale))].join("; "),
];

const missingLines = ({ missing }: Measured, locale: Locale): string[] =>
  missing.map(({ name, why }) => `${name}: ${words[locale].none} (${why[locale]})`);

/** Columns that a text takes in a terminal: Chinese signs take two each. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + (sign >= "\u2e80" ? 2 : 1), 0);

const spaces = (text: string, width: number): string => " ".repeat(width - widthOf(text));

/** For a terminal: columns of one width. */
export function textOf(measured: Measured, locale: Locale): string {
  const lines = measured.parts.flatMap(({ title, rows }) => {
    const cells = rows.map((row) => cellsOf(row, locale));
    const [names, figures] = [0, 1].map((at) =>
      Math.max(...cells.map((row) => widthOf(row[at] ?? ""))),
    ) as [number, number];
    const aligned = cells.map(([name = "", figure = "", said = ""]) => {
      const [after, before] = [spaces(name, names), spaces(figure, figures)];
      return `  ${name}${after}  ${before}${figure}  ${said}`.trimEnd();
    });
    return [title[locale], ...aligned, ""];
  });
  return [...lines, ...missingLines(measured, locale), measured.machine[locale]].join("\n");
}

const heading = ["## The engine of rules beside others", "", "`npx zhibu bench rules`", ""];

/** For a page of docs/measured. */
export function markdownOf(measured: Measured, head: readonly string[] = heading): string {
  const parts = measured.parts.flatMap(({ title, lines, rows }) => [
    `### ${title.en}`,
    "",
    ...lines,
    "",
    "| what | figure | beside |",
    "| --- | --- | --- |",
    ...rows.map((row) => `| ${cellsOf(row, "en").join(" | ")} |`),
    "",
  ]);
  return [...head, ...parts, ...missingLines(measured, "en"), measured.machine.en].join("\n");
}
