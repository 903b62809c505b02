import type { Level, Source } from "../contract/pack.ts";
import type { CaseMessages, FactName, Kind } from "./reasons.ts";

const kinds: Readonly<Record<Kind, string>> = {
  boolean: "true or false",
  number: "a number",
  enumeration: "one of its options",
  text: "a text",
  date: "a date (YYYY-MM-DD)",
  list: "a list",
  object: "an object",
  nothing: "nothing",
};

export const levelsEn: Readonly<Record<Level, string>> = {
  project: "project",
  building: "building",
  parcel: "parcel",
  space: "space",
  block: "block",
  unit: "renewal unit",
  district: "district",
};

export const sourcesEn: Readonly<Record<Source, string>> = {
  registry: "the registry",
  map: "the map",
  reported: "a report",
  asked: "an answer",
  derived: "a calculation",
};

const listKeys: Partial<Record<Level, string>> = {
  building: "buildings",
  parcel: "parcels",
  space: "spaces",
};

const named = (fact: FactName) => `"${fact.label.en}" (${fact.id})`;
const meant = (nearest: string | undefined) => (nearest ? `; did you mean ${nearest}?` : "");
const unit = (fact: FactName) => (fact.unit?.en ? ` ${fact.unit.en}` : "");

function domain(fact: FactName, min: string | undefined, max: string | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}${unit(fact)}`;
  return min !== undefined ? `at least ${min}${unit(fact)}` : `at most ${max}${unit(fact)}`;
}

const place = (level: Level): string =>
  listKeys[level] ? `in each item of ${listKeys[level]}` : "at the top";

export const english: CaseMessages = {
  not_an_object: ({ found }) => `an object belongs here, not ${kinds[found]}`,
  not_a_list: ({ found }) => `a list belongs here, not ${kinds[found]}`,
  unknown_group: ({ group, nearest }) =>
    `the dictionary has no group of facts named ${group}${meant(nearest)}`,
  unknown_fact: ({ id, nearest }) => `the dictionary has no fact ${id}${meant(nearest)}`,
  unknown_key: ({ key, allowed }) => `${key} is not known here; allowed: ${allowed.join(", ")}`,
  forbidden_key: ({ key }) => `${key} may not be used as a name`,
  wrong_level: ({ id, level, found }) =>
    `${id} belongs to the ${levelsEn[level]} but stands in the ${levelsEn[found]}; write it ${place(level)}`,
  stated_twice: ({ fact }) => `${named(fact)} is stated twice; state it once`,
  wrong_type: ({ fact, expected, found }) =>
    `${named(fact)} takes ${kinds[expected]}, not ${kinds[found]}`,
  wrong_unit: ({ fact, found }) =>
    `${named(fact)} is measured in${unit(fact) || " plain numbers"}; ${found} does not fit`,
  unknown_option: ({ fact, option, nearest, options }) =>
    `${named(fact)} has no option ${option}${meant(nearest) || "."} Options: ${options.join(", ")}`,
  finer_than_quantum: ({ fact, value, quantum }) =>
    `${named(fact)} goes down to ${quantum}${unit(fact)}; ${value} is finer and is not rounded for you`,
  outside_domain: ({ fact, value, min, max }) =>
    `${named(fact)} must be ${domain(fact, min, max)}, not ${value}`,
  estimate_not_quantity: ({ fact }) => `${named(fact)} is no quantity, so it takes no estimate`,
  estimate_malformed: ({ fact }) => `an estimate of ${named(fact)} is two numbers: [least, most]`,
  estimate_reversed: ({ fact, min, max }) =>
    `the estimate of ${named(fact)} is reversed: ${min} is more than ${max}`,
  not_finite: ({ fact }) => `${named(fact)} takes a finite number`,
  too_large: ({ fact }) => `${named(fact)} is too large to be reckoned exactly`,
  too_long: ({ fact, max }) => `${named(fact)} is too long; ${max} characters at most`,
  bad_date: ({ fact, value }) =>
    `${named(fact)}: ${value} is not on the calendar; write YYYY-MM-DD`,
  reason_missing: ({ fact }) => `${named(fact)} is said not to apply; say why`,
  unknown_source: ({ fact, source }) =>
    `${named(fact)}: ${source} is no source; allowed: registry, map, reported, asked`,
  source_not_allowed: ({ fact, source, allowed }) =>
    `${named(fact)} cannot come from ${sourcesEn[source]}, only from ${allowed.map((name) => sourcesEn[name]).join(", ")}`,
  source_twice: ({ fact, source }) =>
    `${named(fact)} comes twice ${source ? `from ${sourcesEn[source]}` : "without a source"}; keep one of them`,
  derived_stated: ({ fact }) => `${named(fact)} follows from other facts and cannot be stated`,
  geometry_stated: ({ fact }) =>
    `${named(fact)} is a shape: it is drawn on the map, not written among the facts`,
  bad_provenance: ({ fact, key }) => `${named(fact)}: ${key} takes a text of 1 to 200 characters`,
  bad_envelope: ({ key }) =>
    key === "synthetic"
      ? "synthetic takes true or false"
      : `${key} takes a text of 1 to 200 characters`,
  subject_without_id: ({ level }) =>
    `every ${levelsEn[level]} needs an id (1 to 200 characters, not ?)`,
  duplicate_subject: ({ level, id }) => `two ${levelsEn[level]}s bear the id ${id}`,
  too_many_subjects: ({ max, found }) =>
    `at most ${max} buildings, parcels and spaces together; ${found} are listed`,
  broken_text: ({ kind, line, column, detail }) =>
    `this ${kind} file cannot be read: line ${line}, column ${column}: ${detail.en}`,
  empty_text: ({ kind }) => `this ${kind} file holds no case`,
  not_geojson: ({ found }) => `GeoJSON is a Feature or a FeatureCollection, not ${found}`,
  duplicate_case: ({ id }) => `two cases bear the id ${id}`,
  column_twice: ({ column }) => `column ${column} occurs twice`,
  wrong_cell_count: ({ expected, found }) =>
    `the header has ${expected} columns, this row has ${found}`,
  and_more: ({ count }) => `${count} more are not listed`,
};
