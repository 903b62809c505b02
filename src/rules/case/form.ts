import type { Source } from "../contract/pack.ts";
import { sources } from "../contract/pack.ts";
import type { FactIr } from "../ir.ts";
import { figureOf, nameOf, statingSources, textOf } from "./dictionary.ts";
import type { FactState, Provenance, Stated, Why } from "./model.ts";
import { precede } from "./merge.ts";
import type { Place } from "./value.ts";
import { below, kindOf, note, readQuantity, readValue } from "./value.ts";

/** Names that would reach into an object's own machinery instead of its content. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);

export type Fields = { readonly [key: string]: unknown };

export const isFields = (raw: unknown): raw is Fields =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw);

const formKeys = ["value", "estimate", "not_applicable", "unknown"] as const;
const provenanceKeys = ["source", "by", "at"] as const;
const allowedKeys: readonly string[] = [...formKeys, ...provenanceKeys, "sources"];
const allowedBy = new Map<string, readonly string[]>(
  formKeys.map((form) => [form, [form, ...provenanceKeys]]),
);

/**
 * What a case states of one fact, in any of the forms; undefined where it says nothing or was
 * refused.
 */
export function readStated(fact: FactIr, raw: unknown, place: Place): Stated | undefined {
  if (fact.definition.derived !== undefined) {
    return note(place, "derived_stated", { fact: nameOf(fact) });
  }
  if (!isFields(raw)) return readPlain(fact, raw, place);
  if (Object.hasOwn(raw, "sources")) return readSources(fact, raw, place);
  return readForm(fact, raw, place);
}

function readPlain(fact: FactIr, raw: unknown, place: Place): FactState | undefined {
  if (raw === null || raw === undefined) return undefined;
  const value = readValue(fact, raw, place);
  return value === undefined ? undefined : { state: "known", value };
}

/** Several sources of one fact: the first by the dictionary's order wins, the others are kept. */
function readSources(fact: FactIr, raw: Fields, place: Place): Stated | undefined {
  const here = below(place, "sources");
  const list = raw["sources"];
  if (!Array.isArray(list)) return note(here, "not_a_list", { found: kindOf(list) });
  const read = list.map((form: unknown, index) => {
    const there = below(here, index);
    if (isFields(form)) return readForm(fact, form, there);
    return note(there, "not_an_object", { found: kindOf(form) });
  });
  const stated = read.filter((form) => form !== undefined);
  stated.forEach((form, index) => {
    const twice = stated.findIndex((other) => other.source === form.source) < index;
    if (twice)
      note(below(here, index), "source_twice", { fact: nameOf(fact), source: form.source });
  });
  return precede(fact, stated);
}

function readForm(fact: FactIr, raw: Fields, place: Place): Stated | undefined {
  const form = formKeys.find((key) => Object.hasOwn(raw, key));
  const allowed = allowedBy.get(form ?? "") ?? allowedKeys;
  const keys = Object.keys(raw);
  const foreign = keys.find((key) => !allowed.includes(key));
  if (foreign !== undefined) {
    return note(below(place, foreign), "unknown_key", { key: foreign, allowed });
  }
  if (form === undefined || (form === "unknown" && raw["unknown"] !== true)) {
    return noForm(fact, raw, place);
  }
  const state = readState(fact, raw, place);
  if (keys.length === 1) return state;
  const provenance = readProvenance(fact, raw, place);
  return state && { ...state, ...provenance };
}

const noForm = (fact: FactIr, raw: Fields, place: Place) =>
  note(place, "wrong_type", { fact: nameOf(fact), expected: fact.type.kind, found: kindOf(raw) });

function readState(fact: FactIr, raw: Fields, place: Place): FactState | undefined {
  if (Object.hasOwn(raw, "unknown")) return { state: "unknown" };
  if (Object.hasOwn(raw, "estimate"))
    return readEstimate(fact, raw["estimate"], below(place, "estimate"));
  if (!Object.hasOwn(raw, "not_applicable"))
    return readPlain(fact, raw["value"], below(place, "value"));
  const reason = raw["not_applicable"];
  if (isReason(reason)) return { state: "not_applicable", reason };
  return note(below(place, "not_applicable"), "reason_missing", { fact: nameOf(fact) });
}

function readEstimate(fact: FactIr, raw: unknown, place: Place): FactState | undefined {
  if (fact.type.kind !== "number") {
    return note(place, "estimate_not_quantity", { fact: nameOf(fact) });
  }
  if (!Array.isArray(raw) || raw.length !== 2) {
    return note(place, "estimate_malformed", { fact: nameOf(fact) });
  }
  const min = readQuantity(fact, raw[0], below(place, 0));
  const max = readQuantity(fact, raw[1], below(place, 1));
  if (min === undefined || max === undefined) return undefined;
  if (min <= max) return { state: "estimate", min, max };
  const [low, high] = [textOf(figureOf(fact, min)), textOf(figureOf(fact, max))];
  return note(place, "estimate_reversed", { fact: nameOf(fact), min: low, max: high });
}

const shortTextMax = 200;

export const isShortText = (raw: unknown): raw is string =>
  typeof raw === "string" && raw.trim() !== "" && raw.length <= shortTextMax;

const isReason = (raw: unknown): raw is Why =>
  isShortText(raw) || (isFields(raw) && isShortText(raw["zh"]) && isShortText(raw["en"]));

function readProvenance(fact: FactIr, raw: Fields, place: Place): Provenance {
  const source = raw["source"] === undefined ? undefined : readSource(fact, raw["source"], place);
  const said = Object.entries(raw).filter(([key]) => key === "by" || key === "at");
  for (const [key, text] of said) {
    if (!isShortText(text)) note(below(place, key), "bad_provenance", { fact: nameOf(fact), key });
  }
  return { ...(source === undefined ? {} : { source }), ...Object.fromEntries(said) };
}

function readSource(fact: FactIr, raw: unknown, place: Place): Source | undefined {
  const here = below(place, "source");
  const source = sources.find((known) => known === raw && known !== "derived");
  if (!source) {
    return note(here, "unknown_source", { fact: nameOf(fact), source: String(raw).slice(0, 40) });
  }
  const allowed = statingSources(fact);
  if (allowed.includes(source)) return source;
  return note(here, "source_not_allowed", { fact: nameOf(fact), source, allowed });
}
