import type { ClauseWord, Measure } from "../../rules/index.ts";
import { wordsOf } from "./clause-words.ts";
import { agrees, covers, figureText, numeralsOf, wholeSpans, type Span } from "./numerals.ts";

type ClauseFigure = {
  readonly text: string;
  readonly parameter?: string;
  readonly target?: string;
  readonly due?: true;
  readonly excused?: unknown;
};

/** What of the pack rests on a clause, and how it accounts for numerals and words of force. */
export type Account = {
  /** The measure, task, campaign, path or card. */
  readonly id: string;
  readonly figures: readonly ClauseFigure[];
  readonly words: readonly ClauseWord[];
  readonly parameters: NonNullable<Measure["parameters"]>;
  /** The figures of its targets, by their ids. */
  readonly targets: Readonly<Record<string, Values>>;
  readonly due: string | undefined;
};

type Values = Parameters<typeof agrees>[1];

export type FigureFinding =
  | { code: "numeral_unaccounted"; numeral: string; around: string }
  | { code: "word_unaccounted"; word: string; nth: number; around: string }
  | { code: "word_not_in_clause"; word: string; nth: number }
  | { code: "word_accounted_twice"; word: string; nth: number }
  | { code: "figure_not_in_clause"; figure: string }
  | { code: "figure_without_purpose"; figure: string }
  | { code: "figure_names_nothing"; figure: string; name: string }
  | { code: "figure_differs"; figure: string; name: string };

/** A numeral or a word of the clause, and what accounts for it; nothing where it is excused. */
export type AccountLine = { readonly text: string; readonly by: string | undefined };

export type FigureReport = {
  readonly numerals: number;
  readonly words: number;
  readonly lines: readonly AccountLine[];
  readonly findings: readonly FigureFinding[];
};

/** A due date as the clause writes it: 2021年12月 is 2021-12. */
const dueOf = (text: string): string =>
  (figureText(text).match(/\d+/g) ?? []).map((part) => part.padStart(2, "0")).join("-");

/** The values that a figure is said to be; undefined where nothing bears that name. */
const valuesOf = (account: Account, { parameter = "", target = "" }: ClauseFigure) =>
  account.parameters[parameter]?.values ?? account.targets[target];

function findingsOf(account: Account, figure: ClauseFigure): FigureFinding[] {
  const { text, parameter, target, due, excused } = figure;
  const name = parameter ?? target;
  if (due) {
    const isDue = dueOf(text) === account.due;
    return isDue ? [] : [{ code: "figure_differs", figure: text, name: "due" }];
  }
  if (name === undefined) {
    return excused ? [] : [{ code: "figure_without_purpose", figure: text }];
  }
  const values = valuesOf(account, figure);
  if (!values) return [{ code: "figure_names_nothing", figure: text, name }];
  return agrees(text, values) ? [] : [{ code: "figure_differs", figure: text, name }];
}

const lengthAround = 4;

const around = (text: string, { start, end }: Span): string =>
  text.slice(Math.max(0, start - lengthAround), end + lengthAround);

type Found = { readonly lines: AccountLine[]; readonly findings: FigureFinding[]; count: number };

function checkNumerals(text: string, accounts: readonly Account[]): Found {
  const numerals = numeralsOf(text);
  const all = accounts.flatMap((account) =>
    account.figures.map((figure) => ({ account, figure, spans: wholeSpans(text, figure.text) })),
  );
  const open = numerals.filter(
    (numeral) => !all.some(({ spans }) => spans.some((span) => covers(span, numeral))),
  );
  return {
    count: numerals.length,
    lines: all.map(({ figure: { text: figure, parameter, target, due } }) => ({
      text: figure,
      by: parameter ?? target ?? (due && "due"),
    })),
    findings: [
      ...all.flatMap(({ account, figure, spans }): FigureFinding[] =>
        spans.length > 0
          ? findingsOf(account, figure)
          : [{ code: "figure_not_in_clause", figure: figure.text }],
      ),
      ...open.map((numeral): FigureFinding => ({
        code: "numeral_unaccounted",
        numeral: numeral.text,
        around: around(text, numeral),
      })),
    ],
  };
}

const keyOf = ({ word, nth }: Pick<ClauseWord, "word" | "nth">): string => `${word} ${nth}`;

function checkWords(text: string, accounts: readonly Account[]): Found {
  const found = wordsOf(text);
  const said = accounts.flatMap(({ words }) => words);
  const known = new Set(found.map(keyOf));
  const told = new Set(said.map(keyOf));
  const twice = said.filter(
    (one, index) => said.findIndex((other) => keyOf(other) === keyOf(one)) < index,
  );
  return {
    count: found.length,
    lines: said.map(({ word, nth, rule, duty }) => ({
      text: `${word} ${nth}`,
      by: rule ?? (duty && "duty"),
    })),
    findings: [
      ...said
        .filter((one) => !known.has(keyOf(one)))
        .map(({ word, nth }): FigureFinding => ({ code: "word_not_in_clause", word, nth })),
      ...twice.map(({ word, nth }): FigureFinding => ({ code: "word_accounted_twice", word, nth })),
      ...found
        .filter((one) => !told.has(keyOf(one)))
        .map((one): FigureFinding => {
          const { word, nth } = one;
          return { code: "word_unaccounted", word, nth, around: around(text, one) };
        }),
    ],
  };
}

/**
 * Holds all that rests on one clause against it: every numeral and every word of force is accounted
 * for by one of them, and none is invented.
 */
export function checkClause(clause: string, accounts: readonly Account[]): FigureReport {
  const text = figureText(clause);
  const numerals = checkNumerals(text, accounts);
  const words = checkWords(text, accounts);
  return {
    numerals: numerals.count,
    words: words.count,
    lines: [...numerals.lines, ...words.lines],
    findings: [...numerals.findings, ...words.findings],
  };
}
