import type { Bilingual, Locale } from "../../../base/message.ts";
import type {
  FactDefinition,
  Measure,
  Missing,
  Register,
  RuleVerdict,
} from "../../../rules/index.ts";
import type { Answers } from "../../contract.ts";
import { citationLabel, dictionaryOf, type Book } from "../book.ts";
import { signs, standingWords } from "../wording.ts";
import { clipped } from "./text.ts";
import type { words } from "./words.ts";

/** Official text that an operator imported, as a report quotes it. */
export type ImportedClause = {
  readonly document: string;
  readonly item: string;
  readonly text: string;
  readonly sha256: string;
};

/** What was worked out, and how it is found again. */
export type ReportGiven = {
  readonly book: Book;
  readonly answers: Pick<Answers, "place" | "facts" | "report">;
  readonly locale: Locale;
  readonly createdAt: string;
  /** Of a stored evaluation: its number, where it opens, and until when. */
  readonly kept?:
    | { readonly number: string; readonly address: string; readonly until: string }
    | undefined;
  readonly clauses: readonly ImportedClause[];
};

/** What every part of the paper asks: words in its language, and rows of the book by their ids. */
export type Desk = {
  readonly given: ReportGiven;
  readonly locale: Locale;
  readonly say: (text: Bilingual) => string;
  readonly word: (name: keyof typeof words) => string;
  readonly list: (texts: readonly string[]) => string;
  /** A list of what holds commas itself. */
  readonly clauses: (texts: readonly string[]) => string;
  readonly named: (name: string, text: string) => string;
  readonly aside: (text: string, more: string) => string;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly registers: ReadonlyMap<string, Register>;
  readonly organisation: (id: string) => string;
  /** What the case itself calls its subjects, by their ids. */
  readonly subjects: ReadonlyMap<string, string>;
};

const byId = <Row extends { readonly id: string }>(
  rows: readonly { readonly value: Row }[],
): ReadonlyMap<string, Row> => new Map(rows.map(({ value }) => [value.id, value]));

/** Lays out what the parts of a paper need. */
export function deskOf(given: ReportGiven, said: typeof words): Desk {
  const { book, locale } = given;
  const { source } = book;
  const organisations = byId(source.organisations);
  const { colon, list, open, close } = signs[locale];
  return {
    given,
    locale,
    say: (text) => text[locale],
    word: (name) => said[name][locale],
    list: (texts) => texts.join(list),
    clauses: (texts) => texts.join(locale === "zh" ? "；" : "; "),
    named: (name, text) => `${name}${colon}${text}`,
    aside: (text, more) => `${text}${open}${more}${close}`,
    facts: dictionaryOf(book),
    measures: byId(source.measures),
    registers: byId(source.registers),
    organisation: (id) => organisations.get(id)?.title[locale] ?? id,
    subjects: new Map(
      given.answers.facts.flatMap(({ fact, subject, value }) =>
        fact === "building.name" && typeof value === "string" ? [[subject, clipped(value)]] : [],
      ),
    ),
  };
}

export const factLabel = (desk: Desk, id: string): string => {
  const definition = desk.facts.get(id);
  return definition ? desk.say(definition.label) : id;
};

/** A fact by its label, a text or a list by its title. */
export function missingLabel(desk: Desk, { kind, id }: Missing): string {
  if (kind === "fact") return factLabel(desk, id);
  const register = desk.registers.get(id);
  const title = register ? desk.say(register.title) : id;
  return desk.locale === "zh" && !title.startsWith("《") ? `《${title}》` : title;
}

/** The clause as each language brackets it: 〔工具箱·7〕, [Toolbox·7]. */
export function clauseLabel({ given, locale }: Desk, cite: RuleVerdict["cite"]): string {
  const label = citationLabel(given.book, cite.document, cite.item)[locale];
  return locale === "zh" ? `〔${label}〕` : `[${label}]`;
}

/** A rule by its title and its clause. */
export const citedTitle = (desk: Desk, { title, cite }: RuleVerdict): string =>
  [desk.say(title), clauseLabel(desk, cite)].join(desk.locale === "zh" ? "" : " ");

/** The agencies that lead a measure. */
export const leadOf = (desk: Desk, measure: string): string =>
  desk.list((desk.measures.get(measure)?.lead ?? []).map(desk.organisation));

/** How far a measure is in force, and what its encoding rests on. */
export function standingOf(desk: Desk, { standing, unverified }: RuleVerdict): string {
  const state = desk.say(standingWords[standing]);
  return unverified ? desk.aside(state, desk.word("unverified")) : state;
}

/** The project as a whole has no name of its own among its subjects; nor has an unnamed one. */
export const isWhole = (subject: string | undefined): boolean =>
  subject === undefined || subject === "project" || subject === "?";

/** A subject as a reader knows it: buildings and parcels by the names that the case gives them. */
export function subjectName(desk: Desk, subject: string): string {
  if (subject === "district") return desk.word("district");
  return isWhole(subject) ? desk.word("project") : (desk.subjects.get(subject) ?? subject);
}
