import { nearest } from "../resolve/nearest.ts";
import type { Diagnostic } from "../contract/diagnostic.ts";
import type { Measure, PolicyDocument } from "../contract/pack.ts";
import type { ParameterIr, Program } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";
import { readBook, type Book } from "./book.ts";
import { checkCalendars } from "./calendars.ts";
import { noteCollisions } from "./collisions.ts";
import { readCombinations } from "./combinations.ts";
import type { MeasureNames } from "./rule-scope.ts";
import { readOverrides } from "./overrides.ts";
import { checkStated } from "./projects.ts";
import { readParameters } from "../resolve/parameters.ts";
import { checkMentions } from "./mentions.ts";
import { readRules, type RuleDraft } from "./rules.ts";

/** Resolves and checks a whole pack: the program that it would be, and all that was found. */
export function readPack(source: PackSource): {
  program: Program;
  diagnostics: readonly Diagnostic[];
} {
  const book = readBook(source);
  const { desk } = book;
  const parameters: ParameterIr[] = [...book.registerParameters];
  const measures = source.measures.map((located) => nameMeasure(book, located, parameters));
  for (const project of source.projects) checkDocument(book, project);
  checkStated(source, desk);
  checkCalendars(source, desk);
  const drafts = measures.flatMap((names) => readRules(names));
  const ids = new Set(source.measures.flatMap(({ value }) => ruleIds(value)));
  const { rules, order } = readOverrides(drafts, ids, desk);
  const used = new Set<number>();
  const combinations = readCombinations(source, { book, rules, parameters, ids, used });
  noteCollisions({ rules, drafts, combinations: source.combinations, desk });
  for (const names of measures) {
    checkMentions(names);
    if (isSound(names, drafts)) noteUnused(names, used);
  }
  const program: Program = {
    pack: source.manifest.id,
    version: source.manifest.version,
    encoding: source.encoding,
    zone: source.manifest.zone,
    facts: book.facts,
    factById: book.factById,
    groups: book.groups,
    parameters,
    registers: source.registers.map(({ value }) => value),
    rules,
    ruleById: new Map(rules.map((rule, index) => [rule.id, index])),
    order,
    combinations,
    measures: new Map(source.measures.map(({ value }) => [value.id, value])),
    terms: book.terms,
  };
  return { program, diagnostics: desk.diagnostics() };
}

/** A rule that could not be read names parameters that nobody has seen. */
const isSound = ({ located }: MeasureNames, drafts: readonly RuleDraft[]): boolean =>
  drafts.filter((draft) => draft.located === located).length === (located.value.rules ?? []).length;

const ruleIds = ({ id, rules = [] }: Measure): string[] => rules.map((rule) => `${id}/${rule.id}`);

/** Reads a measure's parameters into the pack's list, and checks whom and what it names. */
function nameMeasure(
  book: Book,
  located: Located<Measure>,
  parameters: ParameterIr[],
): MeasureNames {
  checkCitation(book, located);
  const names = Object.keys(located.value.parameters ?? {});
  const byName = new Map<string, number | undefined>(names.map((name) => [name, undefined]));
  for (const parameter of readParameters(located, book.desk)) {
    byName.set(parameter.name, parameters.length);
    parameters.push(parameter);
  }
  return { book, located, parameters, byName, used: new Set() };
}

type Citing = Located<{ readonly cite: { readonly document: string } }>;

/** The document that a measure or a named project rests on. */
function checkDocument({ desk, documents }: Book, located: Citing): PolicyDocument | undefined {
  const name = located.value.cite.document;
  const document = documents.get(name);
  if (document) return document;
  const holes = { name, nearest: nearest(name, documents.keys()) };
  return desk.about(located, ["cite", "document"], { code: "document_unknown", holes });
}

function checkCitation(book: Book, located: Located<Measure>): void {
  const { mechanism, lead } = located.value;
  const { desk, organisations } = book;
  const document = checkDocument(book, located);
  const mechanisms = document?.mechanisms.map((one) => one.id);
  if (mechanisms && !mechanisms.includes(mechanism)) {
    const holes = { name: mechanism, nearest: nearest(mechanism, mechanisms) };
    desk.about(located, ["mechanism"], { code: "mechanism_unknown", holes });
  }
  lead.forEach((name, index) => {
    if (organisations.has(name)) return;
    const holes = { name, nearest: nearest(name, organisations) };
    desk.about(located, ["lead", index], { code: "organisation_unknown", holes });
  });
}

function noteUnused({ book, located, byName, used }: MeasureNames, capped: Set<number>): void {
  for (const [name, index] of byName) {
    if (used.has(name) || index === undefined || capped.has(index)) continue;
    const at = ["parameters", name];
    book.desk.about(located, at, { code: "parameter_unused", holes: { name } });
  }
}
