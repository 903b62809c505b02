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
import { boundRefusals } from "./refusals.ts";
import { below, kindOf, note, type Place } from "./value.ts";

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
  /** Whether there is any provenance to give. */
  readonly isProvided: boolean;
};

type Facts = Map<number, Stated>;
type Key = { readonly key: string; readonly raw: unknown };

const envelope = ["id", "title", "synthetic"] as const;

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
    isProvided: options.provenance !== undefined,
  };
  const read = readWhole(reading, raw, { refusals });
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
  const top = { ...reading, single };
  for (const key of Object.keys(raw)) {
    if (!isListKey(key)) readTopKey(top, { key, raw: raw[key] }, place);
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
  if (key.includes(".")) {
    return readTopFact(reading, { key, raw, index: dictionary.indexById.get(key) }, here);
  }
  const level = dictionary.levelByGroup.get(key);
  if (level === undefined) {
    const known = [...dictionary.groups, ...Object.values(listKeys)];
    return note(here, "unknown_group", { group: key, nearest: nearest(key, known) });
  }
  if (isListed(level)) return note(here, "wrong_level", { id: key, level, found: "project" });
  if (!isFields(raw)) return note(here, "not_an_object", { found: kindOf(raw) });
  readGroup(reading, { key, raw }, { place: here, read: readTopFact });
}

type Found = {
  /** The fact's name in the group around it; its whole id where it stands in none. */
  readonly key: string;
  readonly group?: string;
  /** Undefined where the dictionary has no such fact. */
  readonly index: number | undefined;
  readonly raw: unknown;
};

const idOf = ({ group, key }: Found): string => (group === undefined ? key : `${group}.${key}`);

type ReadFact<Around> = (reading: Around, found: Found, place: Place) => void;

/** The facts of one group, each under its name. */
function readGroup<Around extends Reading>(
  reading: Around,
  { key: group, raw }: { readonly key: string; readonly raw: Fields },
  { place, read }: { readonly place: Place; readonly read: ReadFact<Around> },
): void {
  const names = reading.dictionary.indexByName.get(group);
  for (const key of Object.keys(raw)) {
    const there = below(place, key);
    if (forbiddenKeys.has(key)) note(there, "forbidden_key", { key });
    else read(reading, { group, key, index: names?.get(key), raw: raw[key] }, there);
  }
}

function readTopFact(reading: Top, found: Found, place: Place): void {
  const { program, dictionary, single } = reading;
  const { index, raw } = found;
  if (index === undefined) return unknownFact(dictionary, idOf(found), place);
  const { level } = factAt(program, index);
  if (isListed(level)) {
    return note(place, "wrong_level", { id: idOf(found), level, found: "project" });
  }
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
  if (!reading.isProvided) {
    facts.set(index, stated);
    return;
  }
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
  const inside = { ...reading, facts, level };
  for (const key of Object.keys(raw)) {
    if (key !== "id") readItemKey(inside, { key, raw: raw[key] }, place);
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
  const flat = flatFact(reading, { key, raw });
  const groupLevel = dictionary.levelByGroup.get(key);
  if (flat.index !== undefined || groupLevel === undefined) {
    return readItemFact(reading, flat, here);
  }
  if (groupLevel !== level) {
    return note(here, "wrong_level", { id: key, level: groupLevel, found: level });
  }
  if (!isFields(raw)) return note(here, "not_an_object", { found: kindOf(raw) });
  readGroup(reading, { key, raw }, { place: here, read: readItemFact });
}

function flatFact({ dictionary, level }: Inside, { key, raw }: Key): Found {
  if (key.includes(".")) return { key, index: dictionary.indexById.get(key), raw };
  return { group: level, key, index: dictionary.indexByName.get(level)?.get(key), raw };
}

function readItemFact(reading: Inside, found: Found, place: Place): void {
  const { program, dictionary, level, facts } = reading;
  const { index, raw } = found;
  if (index === undefined) return unknownFact(dictionary, idOf(found), place);
  const other = factAt(program, index).level;
  if (other !== level) {
    return note(place, "wrong_level", { id: idOf(found), level: other, found: level });
  }
  readInto(reading, { facts, index, raw }, place);
}
