import type { Bilingual } from "../../base/message.ts";
import { levels, type Level, type Source } from "../contract/pack.ts";

/**
 * A value as programs hold it: a quantity is a whole number of the fact's quanta, a date
 * "YYYY-MM-DD",
 * a list its members. */
export type Known = boolean | number | string | readonly string[];

/** Why a fact does not apply: in the words of who said so, or in both languages. */
export type Why = string | Bilingual;

/** What one person said in one language is what both languages have. */
export const inBoth = (why: Why): Bilingual =>
  typeof why === "string" ? { zh: why, en: why } : why;

/** The four states of a fact. Missing is never zero: what nobody stated is unknown. */
export type FactState =
  | { readonly state: "known"; readonly value: Known }
  /** Both ends belong to the estimate, in whole quanta. */
  | { readonly state: "estimate"; readonly min: number; readonly max: number }
  | { readonly state: "unknown" }
  | { readonly state: "not_applicable"; readonly reason: Why };

/** Who said something, and when: `at` is a time of ISO 8601. */
export type Provenance = {
  readonly source?: Source;
  readonly by?: string;
  readonly at?: string;
};

/** Another source of the same fact, which lost by the dictionary's order of precedence. */
export type Loser = FactState & Provenance;

/** A fact as the case holds it, with the sources that lost against it. */
export type Stated = FactState & Provenance & { readonly losers?: readonly Loser[] };

export type Subject = {
  readonly id: string;
  readonly level: Level;
  /** By index into Program.facts; a fact that is absent is unknown. */
  readonly facts: ReadonlyMap<number, Stated>;
};

/**
 * One case: exactly one project, block, unit and district; any number of buildings, parcels and
 * spaces.
 * Where a level is not stated it holds one anonymous subject of which nothing is known
 * (`anonymous`),
 * because unknown is not none; an explicit empty list means that there are none.
 */
export type Case = {
  readonly id: string;
  readonly title?: string;
  readonly synthetic: boolean;
  readonly subjects: Readonly<Record<Level, readonly Subject[]>>;
  /** Whether the case says anything about the level: for repeated levels, whether it lists them. */
  readonly stated: Readonly<Record<Level, boolean>>;
};

/** The id of the one subject of a level that the case does not list. */
export const anonymous = "?";

/** The levels whose subjects a case lists, and the key under which it lists them. */
export const listKeys = { building: "buildings", parcel: "parcels", space: "spaces" } as const;
export type ListedLevel = keyof typeof listKeys;

export const isListed = (level: Level): level is ListedLevel => Object.hasOwn(listKeys, level);

const unknownFact: Stated = { state: "unknown" };

/** What a subject says of a fact; unknown where it says nothing. */
export const stateOf = (subject: Subject, fact: number): Stated =>
  subject.facts.get(fact) ?? unknownFact;

/** One entry for every level. */
export const perLevel = <Value>(of: (level: Level) => Value): Record<Level, Value> =>
  Object.fromEntries(levels.map((level) => [level, of(level)])) as Record<Level, Value>;
