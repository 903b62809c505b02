import type { Level } from "../../../src/rules/contract.ts";

/** The facts that the asker states, in the form in which a case is written. */
export type StatedFacts = Record<string, unknown>;

/** Which fact of which subject: the level says where in the case it stands. */
export type FactAt = { fact: string; subject: string | undefined; level: Level };

/** The subject of a level that the case does not list yet; to state a fact of it is to list it. */
const anonymous = "?";
const firstId = "1";

type Item = Record<string, unknown> & { id: string };

const listOf = { building: "buildings", parcel: "parcels", space: "spaces" } as const;
type Listed = keyof typeof listOf;

const isListed = (level: Level): level is Listed => level in listOf;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const items = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

/** A copy of the record with one value put or, where it is undefined, taken out. */
function put(into: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _before, ...rest } = into;
  return value === undefined ? rest : { ...rest, [name]: value };
}

function putInGroup(into: Record<string, unknown>, fact: string, value: unknown) {
  const [group = "", name = ""] = fact.split(".");
  const next = put(record(into[group]), name, value);
  return put(into, group, Object.keys(next).length > 0 ? next : undefined);
}

/** Inside an item the facts of the group named like its level stand flat, other groups nested. */
function putInItem(item: Item, { fact, level }: Omit<FactAt, "subject">, value: unknown): Item {
  const [group = "", name = ""] = fact.split(".");
  const next = group === level ? put(item, name, value) : putInGroup(item, fact, value);
  return { ...next, id: item.id };
}

/** States one fact, or takes the statement back where the value is undefined. */
export function stateFact(facts: StatedFacts, at: FactAt, value: unknown): StatedFacts {
  if (!isListed(at.level)) return putInGroup(facts, at.fact, value);
  const { level } = at;
  const subject = at.subject === undefined || at.subject === anonymous ? firstId : at.subject;
  const key = listOf[level];
  const before = items(facts[key]);
  const item = before.find(({ id }) => id === subject) ?? { id: subject };
  const next = putInItem(item, at, value);
  const others = before.filter(({ id }) => id !== subject);
  const kept = Object.keys(next).length > 1 ? [...others, next] : others;
  return put(facts, key, kept.length > 0 ? kept : undefined);
}
