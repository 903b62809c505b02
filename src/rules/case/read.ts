import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Level } from "../contract/pack.ts";
import type { Program } from "../ir.ts";
import { dictionaryOf, factAt, nameOf, statingSources, type Dictionary } from "./dictionary.ts";
import { forbiddenKeys, isFields, isShortText, readStated, type Fields } from "./form.ts";
import {
  anonymous,
  isListed,
  listKeys,
  perLevel,
  type Case,
  type ListedLevel,
  type Provenance,
  type Stated,
  type Subject,
} from "./model.ts";
import { nearest, nearestId } from "./nearest.ts";
import type { CaseRefusal } from "./reasons.ts";
import { boundRefusals, under } from "./refusals.ts";
import { kindOf, note, type Place } from "./value.ts";

export type ReadOptions = {
  /** The case's id where the facts give none. */
  readonly id?: string;
  /** Who said it and when, for facts that do not say so themselves. A source that the dictionary
   * does not allow for a fact is left out there. */
  readonly provenance?: Provenance;
};

/** Buildings, parcels and spaces of one case together. */
export const subjectsMax = 10_000;

type Reading = {
  readonly program: Program;
  readonly dictionary: Dictionary;
  readonly provenance: Provenance;
};

type Facts = Map<number, Stated>;
type Key = { readonly key: string; readonly raw: unknown };

const envelope = ["id", "title", "synthetic"] as const;

const below = (place: Place, key: string | number): Place => ({
  pointer: under(place.pointer, key),
  refusals: place.refusals,
});

/**
 * Reads what is stated about one case; refuses with every mistake at once, and reads nothing by
 * half.
 */
export function readCase(
  program: Program,
  raw: unknown,
  options: ReadOptions = {},
): Decision<Case, readonly CaseRefusal[]> {
  const refusals: CaseRefusal[] = [];
  const reading = {
    program,
    dictionary: dictionaryOf(program),
    provenance: options.provenance ?? {},
  };
  const read = readWhole(reading, raw, { pointer: "", refusals });
  if (!read || refusals.length > 0) return refuse(boundRefusals(refusals));
  return accept({ ...read, id: read.id ?? options.id ?? "case" });
}

type Whole = Omit<Case, "id"> & { id?: string };

function readWhole(reading: Reading, raw: unknown, place: Place): Whole | undefined {
  if (!isFields(raw)) return note(place, "not_an_object", { found: kindOf(raw) });
  const wrapped = Object.hasOwn(raw, "facts");
  const facts = wrapped ? raw["facts"] : withoutEnvelope(raw);
  if (wrapped) refuseForeign(raw, place);
  const inside = wrapped ? below(place, "facts") : place;
  if (!isFields(facts)) return note(inside, "not_an_object", { found: kindOf(facts) });
  return { ...readEnvelope(raw, place), ...readSubjects(reading, facts, inside) };
}

const withoutEnvelope = (raw: Fields): Fields => {
  const kept = Object.entries(raw).filter(([key]) => !envelope.some((name) => name === key));
  return Object.fromEntries(kept);
};

function refuseForeign(raw: Fields, place: Place): void {
  const allowed: readonly string[] = [...envelope, "facts"];
  for (const key of Object.keys(raw).filter((name) => !allowed.includes(name))) {
    note(below(place, key), "unknown_key", { key, allowed });
  }
}

function readEnvelope(
  raw: Fields,
  place: Place,
): { id?: string; title?: string; synthetic: boolean } {
  const text = (key: "id" | "title") => {
    if (raw[key] === undefined || raw[key] === null) return {};
    if (isShortText(raw[key])) return { [key]: raw[key] };
    note(below(place, key), "bad_envelope", { key });
    return {};
  };
  const synthetic = raw["synthetic"] ?? false;
  if (typeof synthetic !== "boolean")
    note(below(place, "synthetic"), "bad_envelope", { key: "synthetic" });
  return { ...text("id"), ...text("title"), synthetic: synthetic === true };
}

const isListKey = (key: string): boolean => Object.values(listKeys).some((known) => known === key);

function readSubjects(
  reading: Reading,
  raw: Fields,
  place: Place,
): Pick<Case, "subjects" | "stated"> {
  const single = new Map<Level, Facts>();
  for (const [key, value] of Object.entries(raw)) {
    if (!isListKey(key)) readTopKey({ ...reading, single }, { key, raw: value }, place);
  }
  const count = countItems(raw);
  if (count > subjectsMax) note(place, "too_many_subjects", { max: subjectsMax, found: count });
  const subjects = perLevel((level) => {
    if (!isListed(level)) return [{ id: level, level, facts: single.get(level) ?? new Map() }];
    if (!Object.hasOwn(raw, listKeys[level])) return [{ id: anonymous, level, facts: new Map() }];
    return count > subjectsMax ? [] : readItems(reading, { raw, level }, place);
  });
  const stated = perLevel((level) =>
    isListed(level) ? Object.hasOwn(raw, listKeys[level]) : (single.get(level)?.size ?? 0) > 0,
  );
  return { subjects, stated };
}

const countItems = (raw: Fields): number =>
  Object.values(listKeys)
    .map((key) => raw[key])
    .reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);

type Top = Reading & { readonly single: Map<Level, Facts> };

/** A group of the project, block, unit or district; or one of their facts by its whole id. */
function readTopKey(reading: Top, { key, raw }: Key, place: Place): void {
  const here = below(place, key);
  const { dictionary } = reading;
  if (forbiddenKeys.has(key)) return note(here, "forbidden_key", { key });
  if (key.includes(".")) return readTopFact(reading, { key, raw }, here);
  const level = dictionary.levelByGroup.get(key);
  if (level === undefined) {
    const known = [...dictionary.groups, ...Object.values(listKeys)];
    return note(here, "unknown_group", { group: key, nearest: nearest(key, known) });
  }
  if (isListed(level)) return note(here, "wrong_level", { id: key, level, found: "project" });
  if (!isFields(raw)) return note(here, "not_an_object", { found: kindOf(raw) });
  for (const [name, value] of Object.entries(raw)) {
    const there = below(here, name);
    if (forbiddenKeys.has(name)) note(there, "forbidden_key", { key: name });
    else readTopFact(reading, { key: `${key}.${name}`, raw: value }, there);
  }
}

function readTopFact(reading: Top, { key, raw }: Key, place: Place): void {
  const { program, dictionary, single } = reading;
  const index = dictionary.indexById.get(key);
  if (index === undefined) return unknownFact(dictionary, key, place);
  const { level } = factAt(program, index);
  if (isListed(level)) return note(place, "wrong_level", { id: key, level, found: "project" });
  const facts = single.get(level) ?? new Map<number, Stated>();
  single.set(level, facts);
  readInto(reading, { facts, index, raw }, place);
}

const unknownFact = (dictionary: Dictionary, id: string, place: Place): undefined =>
  note(place, "unknown_fact", { id, nearest: nearestId(id, dictionary.ids) });

type Target = { readonly facts: Facts; readonly index: number; readonly raw: unknown };

function readInto(reading: Reading, { facts, index, raw }: Target, place: Place): void {
  const fact = factAt(reading.program, index);
  if (facts.has(index)) return note(place, "stated_twice", { fact: nameOf(fact) });
  const stated = readStated(fact, raw, place);
  if (stated === undefined) return;
  const { source, ...rest } = reading.provenance;
  const allowed = source !== undefined && statingSources(fact).includes(source);
  facts.set(index, { ...rest, ...(allowed ? { source } : {}), ...stated });
}

type ItemList = { readonly raw: Fields; readonly level: ListedLevel };

function readItems(reading: Reading, { raw, level }: ItemList, place: Place): readonly Subject[] {
  const list = raw[listKeys[level]];
  const here = below(place, listKeys[level]);
  if (!Array.isArray(list)) {
    note(here, "not_a_list", { found: kindOf(list) });
    return [];
  }
  const seen = new Set<string>();
  return list.flatMap((item: unknown, index) => {
    const subject = readItem(reading, { raw: item, level }, below(here, index));
    if (subject === undefined) return [];
    if (seen.has(subject.id)) {
      note(below(below(here, index), "id"), "duplicate_subject", { level, id: subject.id });
    }
    seen.add(subject.id);
    return [subject];
  });
}

type Item = { readonly raw: unknown; readonly level: ListedLevel };

function readItem(reading: Reading, { raw, level }: Item, place: Place): Subject | undefined {
  if (!isFields(raw)) return note(place, "not_an_object", { found: kindOf(raw) });
  const facts: Facts = new Map();
  for (const [key, value] of Object.entries(raw)) {
    if (key !== "id") readItemKey({ ...reading, facts, level }, { key, raw: value }, place);
  }
  const id = typeof raw["id"] === "number" ? String(raw["id"]) : raw["id"];
  if (isShortText(id) && id !== anonymous) return { id, level, facts };
  return note(below(place, "id"), "subject_without_id", { level });
}

type Inside = Reading & { readonly facts: Facts; readonly level: ListedLevel };

/** Facts of the group named like the level stand flat in an item; its other groups are nested. */
function readItemKey(reading: Inside, { key, raw }: Key, place: Place): void {
  const { dictionary, level } = reading;
  const here = below(place, key);
  if (forbiddenKeys.has(key)) return note(here, "forbidden_key", { key });
  const flat = key.includes(".") ? key : `${level}.${key}`;
  const groupLevel = dictionary.levelByGroup.get(key);
  if (dictionary.indexById.has(flat) || groupLevel === undefined) {
    return readItemFact(reading, { key: flat, raw }, here);
  }
  if (groupLevel !== level) {
    return note(here, "wrong_level", { id: key, level: groupLevel, found: level });
  }
  if (!isFields(raw)) return note(here, "not_an_object", { found: kindOf(raw) });
  for (const [name, value] of Object.entries(raw)) {
    const there = below(here, name);
    if (forbiddenKeys.has(name)) note(there, "forbidden_key", { key: name });
    else readItemFact(reading, { key: `${key}.${name}`, raw: value }, there);
  }
}

function readItemFact(reading: Inside, { key, raw }: Key, place: Place): void {
  const { program, dictionary, level, facts } = reading;
  const index = dictionary.indexById.get(key);
  if (index === undefined) return unknownFact(dictionary, key, place);
  const found = factAt(program, index).level;
  if (found !== level) return note(place, "wrong_level", { id: key, level: found, found: level });
  readInto(reading, { facts, index, raw }, place);
}
