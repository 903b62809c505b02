import type { Measure } from "../contract/pack.ts";
import type { ParameterIr, Program } from "../ir.ts";
import type { Located, PackSource } from "../source.ts";
import { readParameters } from "../resolve/parameters.ts";
import type { Book } from "./book.ts";
import { noteCollisions } from "./collisions.ts";
import { readCombinations } from "./combinations.ts";
import { checkMentions } from "./mentions.ts";
import { checkDocument, checkMechanism, checkOrganisations } from "./named.ts";
import { readOverrides } from "./overrides.ts";
import type { MeasureNames } from "./rule-scope.ts";
import { readRules, type RuleDraft } from "./rules.ts";

/** Reads the measures of a law against a book: the program that they would be. */
export function readLaw(book: Book, source: PackSource): Program {
  const { desk } = book;
  const parameters: ParameterIr[] = [...book.registerParameters];
  const measures = source.measures.map((located) => nameMeasure(book, located, parameters));
  const drafts = measures.flatMap((names) => readRules(names));
  const ids = new Set(source.measures.flatMap(({ value }) => ruleIds(value)));
  const { rules, order } = readOverrides(drafts, ids, desk);
  const used = new Set<number>();
  const combinations = readCombinations(source, { book, rules, parameters, ids, used });
  noteCollisions({ rules, drafts, combinations: source.combinations, desk });
  for (const names of measures) {
    checkMentions(names, ids);
    if (isSound(names, drafts)) noteUnused(names, used);
  }
  return {
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
  const { mechanism, lead, cite } = located.value;
  const document = checkDocument({ book, located, path: ["cite", "document"] }, cite.document);
  checkMechanism({ book, located, path: ["mechanism"] }, mechanism, document);
  checkOrganisations({ book, located, path: ["lead"] }, lead);
  const names = Object.keys(located.value.parameters ?? {});
  const byName = new Map<string, number | undefined>(names.map((name) => [name, undefined]));
  for (const parameter of readParameters(located, book.desk)) {
    byName.set(parameter.name, parameters.length);
    parameters.push(parameter);
  }
  return { book, located, parameters, byName, used: new Set() };
}

function noteUnused({ book, located, byName, used }: MeasureNames, capped: Set<number>): void {
  for (const [name, index] of byName) {
    if (used.has(name) || index === undefined || capped.has(index)) continue;
    const at = ["parameters", name];
    book.desk.about(located, at, { code: "parameter_unused", holes: { name } });
  }
}
