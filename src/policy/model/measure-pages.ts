import { invariant } from "../../base/invariant.ts";
import {
  forces,
  sentence,
  textTitle,
  type Located,
  type Measure,
  type Rule,
} from "../../rules/index.ts";
import type { MeasureLine, MeasurePage } from "../contract.ts";
import { citationLabel, rulesNamed, type Book } from "./book.ts";
import type { Clause } from "./clause.ts";
import type { Concerns } from "./concerns.ts";

type Named = MeasureLine["lead"][number];

/** An organisation by its id; one that the pack does not list is called by its id. */
export function organisation({ source }: Book, id: string): Named {
  const found = source.organisations.find(({ value }) => value.id === id);
  return { id, title: found?.value.title ?? { zh: id, en: id } };
}

/** Whom a measure speaks to, as a whole and rule by rule. */
function addresseesOf({ addressee, rules = [], duty }: Measure): MeasureLine["addressees"] {
  const own = rules.map((rule) => rule.addressee ?? addressee);
  return [...new Set([addressee, ...own, ...(duty ? (["agency"] as const) : [])])];
}

/** The measures of a book with what each of them is about. */
export type Catalogue = { readonly book: Book; readonly concerns: Concerns };

export function measureLine({ book, concerns }: Catalogue, measure: Measure): MeasureLine {
  const { id, title, mechanism, standing, addressee, lead, summary, cite } = measure;
  return {
    id,
    title,
    mechanism,
    standing,
    addressee,
    addressees: addresseesOf(measure),
    lead: lead.map((one) => organisation(book, one)),
    summary,
    cite: { ...cite, label: citationLabel(book, cite.document, cite.item) },
    rules: measure.rules?.length ?? 0,
    cases: measure.cases?.length ?? 0,
    duty: measure.duty !== undefined,
    concerns: [...(concerns.byMeasure.get(id) ?? [])],
  };
}

export const measureLines = (catalogue: Catalogue): MeasureLine[] =>
  catalogue.book.source.measures.map(({ value }) => measureLine(catalogue, value));

const listOf = (texts: string | readonly string[] | undefined): string[] =>
  texts === undefined ? [] : typeof texts === "string" ? [texts] : [...texts];

function forcesOf({ program }: Book, rule: string): MeasurePage["rules"][number]["forces"] {
  const found = program.rules.find(({ id }) => id === rule);
  return forces.filter((force) => found?.effects.some((effect) => effect.force === force));
}

export function ruleLine(book: Book, measure: Measure, rule: Rule): MeasurePage["rules"][number] {
  const id = `${measure.id}/${rule.id}`;
  return {
    id,
    title: rule.title ?? measure.title,
    addressee: rule.addressee ?? measure.addressee,
    forces: forcesOf(book, id),
    sentence: sentence(book.program, id),
    ...(rule.when === undefined ? {} : { when: rule.when }),
    needsTexts: listOf(rule.needs_text).map((text) => textTitle(book.program, text)),
    ...(rule.reading ? { reading: rule.reading } : {}),
    unverified: rule.unverified ?? false,
  };
}

export function parameterLines(measure: Pick<Measure, "parameters">): MeasurePage["parameters"] {
  return Object.entries(measure.parameters ?? {}).map(([name, { title, unit, values }]) => ({
    name,
    ...(title ? { title } : {}),
    unit,
    values,
  }));
}

function dutyLine(book: Book, { duty }: Measure): MeasurePage["duty"] {
  if (!duty) return null;
  const { owner, deliverable, due, state, served_by: servedBy } = duty;
  const owners = owner.map((id) => organisation(book, id));
  return { owners, deliverable, due, state, ...(servedBy === undefined ? {} : { servedBy }) };
}

function wordLines({ words = [], rules = [], title }: Measure): MeasurePage["words"] {
  return words.map(({ word, nth, rule, duty = false, excused }) => {
    const carrier = rules.find(({ id }) => id === rule);
    return {
      word,
      nth,
      ...(carrier ? { rule: { id: carrier.id, title: carrier.title ?? title } } : {}),
      duty,
      ...(excused ? { excused } : {}),
    };
  });
}

/** The combinations of its rules, each with the other measures that take part. */
function combinationLines({ source, program }: Book, own: readonly string[]) {
  const found = source.combinations.filter(({ value }) =>
    value.rules.some((rule) => own.includes(rule)),
  );
  return found.map(({ value: { id, rules, stack, because } }) => {
    const partners = rules.filter((rule) => !own.includes(rule));
    const measures = program.rules.filter((rule) => partners.includes(rule.id));
    const others = [...new Set(measures.map(({ measure }) => measure))].flatMap((measure) => {
      const title = program.measures.get(measure)?.title;
      return title ? [{ id: measure, title }] : [];
    });
    return { id, rules, stack, because, others };
  });
}

function sourceOf({ source }: Book, file: string): MeasurePage["source"] {
  const found = [...source.texts].find(([path]) => `/${file}`.endsWith(`/${path}`));
  invariant(found, `the pack has the text of ${file}`);
  const [path, text] = found;
  return { path, text };
}

type Parts = { readonly found: Located<Measure>; readonly clause: Clause | undefined };

/** One measure beside its clause, where an operator has imported the text. */
export function measurePage(catalogue: Catalogue, { found, clause }: Parts): MeasurePage {
  const { book } = catalogue;
  const { value: measure, file } = found;
  const { since, until } = measure;
  return {
    measure: measureLine(catalogue, measure),
    since,
    ...(until === undefined ? {} : { until }),
    parameters: parameterLines(measure),
    rules: (measure.rules ?? []).map((rule) => ruleLine(book, measure, rule)),
    duty: dutyLine(book, measure),
    figures: measure.figures ?? [],
    words: wordLines(measure),
    source: sourceOf(book, file),
    cases: (measure.cases ?? []).map(({ name }) => ({ name })),
    combinations: combinationLines(book, rulesNamed(book, measure.id)),
    clause: clause ? { text: clause.text, verified: clause.sha256 === measure.cite.sha256 } : null,
  };
}
