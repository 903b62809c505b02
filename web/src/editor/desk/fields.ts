import type { Bilingual } from "../../../../src/base/message.ts";
import {
  isListed,
  writeState,
  type Case,
  type FactDefinition,
  type FactIr,
  type Level,
  type Trial,
} from "../../../../src/rules/index.ts";
import type { FactAt } from "../../ask/statement.ts";

/** One fact stated otherwise than the case has it; without a value it is unknown. */
export type StatedChange = FactAt & { readonly value?: unknown };

/** A fact that the run rules read, of one subject, with what the case says of it. */
export type FactField = {
  readonly fact: string;
  readonly level: Level;
  readonly subject: string | undefined;
  readonly label: Bilingual;
  readonly type: FactDefinition["type"];
  readonly unit?: string;
  readonly options: readonly { readonly id: string; readonly label: Bilingual }[];
  /** As a case writes it: a value, or an estimate, or why it does not apply; none where unknown. */
  readonly stated: { readonly [key: string]: unknown };
};

/** Of the subjects of a level so many have fields; the others stand as the case has them. */
const mostSubjects = 3;

/** The fields of a case: every stated fact of the run rules, for each of its first subjects. */
export function fieldsOf(
  { part, rules }: Trial,
  facts: Case,
  changes: readonly StatedChange[],
): FactField[] {
  const read = part.rules.filter(({ id }) => rules.includes(id)).flatMap(({ reads }) => reads);
  return [...new Set(read)].flatMap((index) => {
    const fact = part.facts[index];
    if (!fact || fact.definition.type === "geometry") return [];
    return facts.subjects[fact.level].slice(0, mostSubjects).map((subject): FactField => {
      const known = subject.facts.get(index);
      const own = isListed(fact.level) ? subject.id : undefined;
      const stated = known ? writeState(fact, known) : {};
      return changed({ ...headOf(fact), subject: own, stated }, changes);
    });
  });
}

function headOf({ definition, level }: FactIr): Omit<FactField, "subject" | "stated"> {
  const { id, label, type, unit, options = [] } = definition;
  return { fact: id, level, label, type, options, ...(unit && { unit }) };
}

/** What was changed stands in the field as it was written, be it right or wrong. */
function changed(field: FactField, changes: readonly StatedChange[]): FactField {
  const last = changes.findLast(
    ({ fact, subject }) => fact === field.fact && subject === field.subject,
  );
  if (!last) return field;
  return { ...field, stated: last.value === undefined ? {} : { value: last.value } };
}
