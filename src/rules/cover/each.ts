import { isListed, listKeys } from "../case/model.ts";
import type { PolicyCase } from "../contract/pack.ts";
import type { Program } from "../ir.ts";

type Fields = { readonly [key: string]: unknown };

/** One fact of a case, and the value that it is given. */
type Given = { readonly id: string; readonly value: unknown };

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

/** The cases that one with `each` stands for: one for every way of choosing the values. */
export function spread(program: Program, policyCase: PolicyCase): readonly PolicyCase[] {
  const { each, ...base } = policyCase;
  if (!each) return [policyCase];
  return Object.entries(each).reduce<readonly PolicyCase[]>(
    (cases, [id, values]) =>
      cases.flatMap((one) => values.map((value) => withFact(program, one, { id, value }))),
    [base],
  );
}

function withFact(
  program: Program,
  { name, facts, ...rest }: PolicyCase,
  given: Given,
): PolicyCase {
  const { id, value } = given;
  return {
    ...rest,
    name: `${name} · ${id} = ${String(value)}`,
    facts: setFact(program, facts, given),
  };
}

function setFact(program: Program, facts: Fields, { id, value }: Given): PolicyCase["facts"] {
  const [group = "", name = ""] = id.split(".");
  const level = program.groups.get(group)?.level ?? "project";
  const inGroup = (fields: Fields): Fields => ({
    ...fields,
    [group]: { ...fieldsOf(fields[group]), [name]: value },
  });
  if (!isListed(level)) return inGroup(facts);
  const key = listKeys[level];
  const items = facts[key];
  if (!Array.isArray(items)) return inGroup(facts);
  const set = (item: unknown): Fields =>
    group === level ? { ...fieldsOf(item), [name]: value } : inGroup(fieldsOf(item));
  return { ...facts, [key]: (items as unknown[]).map(set) };
}
