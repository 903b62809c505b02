import type { Bilingual } from "../../base/message.ts";
import type { FactDictionary, MeasureLine, MeasurePage, PackLine, PackTexts } from "../contract.ts";
import { engineVersion, sentence, type Measure, type Rule } from "../../rules/index.ts";
import { citationLabel, rulesNamed, type Book } from "./book.ts";
import type { Clause } from "./clause.ts";

const valuesOf = <T>(located: readonly { readonly value: T }[]): T[] =>
  located.map(({ value }) => value);

function organisationTitle({ source }: Book, id: string): Bilingual {
  const found = source.organisations.find(({ value }) => value.id === id);
  return found?.value.title ?? { zh: id, en: id };
}

/** The pack in force: what it is, and how much it holds. */
export function packLine({ source, program }: Book, today: string): PackLine {
  const { id, version, title, zone } = source.manifest;
  const cases = source.measures.reduce((sum, { value }) => sum + (value.cases?.length ?? 0), 0);
  return {
    id,
    version,
    title,
    encoding: program.encoding,
    engine: engineVersion,
    zone,
    today,
    documents: valuesOf(source.documents),
    counts: {
      measures: source.measures.length,
      rules: program.rules.length,
      facts: program.facts.length,
      cases,
      projects: source.projects.length,
    },
  };
}

export function measureLine(book: Book, measure: Measure): MeasureLine {
  const { id, title, mechanism, standing, addressee, lead, summary, cite } = measure;
  return {
    id,
    title,
    mechanism,
    standing,
    addressee,
    lead: lead.map((organisation) => organisationTitle(book, organisation)),
    summary,
    cite: { ...cite, label: citationLabel(book, cite.document, cite.item) },
    rules: measure.rules?.length ?? 0,
    cases: measure.cases?.length ?? 0,
  };
}

export const measureLines = (book: Book): MeasureLine[] =>
  valuesOf(book.source.measures).map((measure) => measureLine(book, measure));

const listOf = (texts: string | readonly string[] | undefined): string[] =>
  texts === undefined ? [] : typeof texts === "string" ? [texts] : [...texts];

function ruleLine(book: Book, measure: Measure, rule: Rule): MeasurePage["rules"][number] {
  const id = `${measure.id}/${rule.id}`;
  return {
    id,
    title: rule.title ?? measure.title,
    addressee: rule.addressee ?? measure.addressee,
    sentence: sentence(book.program, id),
    ...(rule.when === undefined ? {} : { when: rule.when }),
    needsTexts: listOf(rule.needs_text),
    ...(rule.reading ? { reading: rule.reading } : {}),
    unverified: rule.unverified ?? false,
  };
}

function parameterLines(measure: Measure): MeasurePage["parameters"] {
  return Object.entries(measure.parameters ?? {}).map(([name, { title, unit, values }]) => ({
    name,
    ...(title ? { title } : {}),
    unit,
    values,
  }));
}

/** One measure beside its clause, where an operator has imported the text. */
export function measurePage(book: Book, measure: Measure, clause: Clause | undefined): MeasurePage {
  const ids = rulesNamed(book, measure.id);
  const combinations = valuesOf(book.source.combinations).filter(({ rules }) =>
    rules.some((rule) => ids.includes(rule)),
  );
  return {
    measure: measureLine(book, measure),
    since: measure.since,
    parameters: parameterLines(measure),
    rules: (measure.rules ?? []).map((rule) => ruleLine(book, measure, rule)),
    cases: (measure.cases ?? []).map(({ name }) => ({ name })),
    combinations: combinations.map(({ id, rules, stack, because }) => ({
      id,
      rules,
      stack,
      because,
    })),
    clause: clause ? { text: clause.text, verified: clause.sha256 === measure.cite.sha256 } : null,
  };
}

export const factDictionary = ({ source }: Book): FactDictionary => ({
  groups: valuesOf(source.groups),
  facts: valuesOf(source.facts),
});

/** The files that the pack in force was compiled from: a draft is checked among them. */
export const packTexts = ({ source }: Book): PackTexts => ({
  pack: source.manifest.id,
  encoding: source.encoding,
  files: [...source.texts].map(([path, text]) => ({ path, text })),
});
