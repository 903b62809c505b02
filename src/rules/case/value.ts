import { sameDimension } from "../../base/unit.ts";
import { divide, isWhole, multiply, parseRatio, ratioOf, type Ratio } from "../../base/ratio.ts";
import type { FactIr } from "../ir.ts";
import { figureOf, nameOf, partsOf, quantumOf, textOf, unitOf, writtenUnit } from "./dictionary.ts";
import { isDate } from "./date.ts";
import type { Known } from "./model.ts";
import { nearest } from "./nearest.ts";
import type { CaseReasons, CaseRefusal, Kind } from "./reasons.ts";
import { refuseAt, under } from "./refusals.ts";

/**
 * Where a value stands, and where what is wrong with it is written down. A place knows what is
 * around it: its pointer is put together only where something is wrong.
 */
export type Place = {
  readonly refusals: CaseRefusal[];
  /** Absent for the whole of a case. */
  readonly around?: Place;
  readonly key?: string | number;
};

/** The place of one entry. */
export const below = (around: Place, key: string | number): Place => ({
  refusals: around.refusals,
  around,
  key,
});

const pointerOf = ({ around, key = "" }: Place): string =>
  around ? under(pointerOf(around), key) : "";

/** Refuses in place: the reader goes on, so that every mistake is named at once. */
export function note<Code extends keyof CaseReasons>(
  place: Place,
  code: Code,
  reason: CaseReasons[Code],
): undefined {
  place.refusals.push(refuseAt(pointerOf(place), code, reason));
  return undefined;
}

export function kindOf(raw: unknown): Kind {
  if (raw === null || raw === undefined) return "nothing";
  if (Array.isArray(raw)) return "list";
  if (typeof raw === "boolean") return "boolean";
  if (typeof raw === "number" || typeof raw === "bigint") return "number";
  return typeof raw === "string" ? "text" : "object";
}

const textMax = 2000;

/** Reads a plain value of a fact; undefined where it was refused. */
export function readValue(fact: FactIr, raw: unknown, place: Place): Known | undefined {
  switch (fact.type.kind) {
    case "boolean":
      return typeof raw === "boolean" ? raw : note(place, "wrong_type", mismatch(fact, raw));
    case "number":
      return readQuantity(fact, raw, place);
    case "enumeration":
      return readOption({ fact, options: fact.type.options, raw }, place);
    case "text":
      return readText(fact, raw, place);
    case "date":
      return readDate(fact, raw, place);
    case "list":
      return readList(fact, raw, place);
  }
}

const mismatch = (fact: FactIr, raw: unknown, expected: Kind = fact.type.kind) =>
  ({ fact: nameOf(fact), expected, found: kindOf(raw) }) as const;

/** Reads a figure in the dictionary's unit into whole quanta: exactly, or not at all. */
export function readQuantity(fact: FactIr, raw: unknown, place: Place): number | undefined {
  if (typeof raw === "number") {
    if (!Number.isFinite(raw)) return note(place, "not_finite", { fact: nameOf(fact) });
    const quanta = shortFigure(fact, raw);
    if (quanta !== undefined && isInDomain(fact, quanta)) return quanta;
  }
  const figure = typeof raw === "number" ? ratioOf(raw) : readFigureText(fact, raw, place);
  if (figure === undefined) return undefined;
  const quanta = divide(figure, quantumOf(fact));
  if (!isWhole(quanta)) {
    const quantum = textOf(quantumOf(fact));
    return note(place, "finer_than_quantum", {
      fact: nameOf(fact),
      value: typeof raw === "string" ? raw.trim() : textOf(figure),
      quantum,
    });
  }
  const count = Number(quanta.n);
  if (!Number.isSafeInteger(count)) return note(place, "too_large", { fact: nameOf(fact) });
  return isInDomain(fact, count) ? count : outsideDomain(fact, figure, place);
}

const shortFigures = 1e15;

/**
 * A figure of at most 15 digits in whole quanta, where these are decimals of the unit. Such
 * decimals and the doubles nearest to them stand for each other: what
 * divides back into the figure is it.
 */
function shortFigure(fact: FactIr, raw: number): number | undefined {
  const parts = partsOf(fact);
  if (parts === undefined) return undefined;
  const quanta = Math.round(raw * parts) + 0;
  return Math.abs(quanta) < shortFigures && quanta / parts === raw ? quanta : undefined;
}

const figureText = /^([+-]?[\d.]+(?:[eE][+-]?\d{1,3})?)\s*(.*)$/u;
const figureTextMax = 100;

/** A figure as text, alone or with a unit of the same dimension: "12.5", "2.5 hm2". */
function readFigureText(fact: FactIr, raw: unknown, place: Place): Ratio | undefined {
  if (typeof raw !== "string") return note(place, "wrong_type", mismatch(fact, raw));
  if (raw.length > figureTextMax) return note(place, "too_long", tooLong(fact, figureTextMax));
  const [, digits = "", written = ""] = figureText.exec(raw.trim()) ?? [];
  const figure = parseRatio(digits);
  if (figure === undefined) return note(place, "wrong_type", mismatch(fact, raw));
  if (written === "") return figure;
  const [unit, own] = [writtenUnit(written), unitOf(fact)];
  if (!unit || !sameDimension(unit.dimension, own.dimension)) {
    return note(place, "wrong_unit", { fact: nameOf(fact), found: written });
  }
  return divide(multiply(figure, unit.factor), own.factor);
}

const tooLong = (fact: FactIr, max: number) => ({ fact: nameOf(fact), max });

const isInDomain = (fact: FactIr, quanta: number): boolean =>
  quanta >= (fact.min ?? -Infinity) && quanta <= (fact.max ?? Infinity);

function outsideDomain(fact: FactIr, figure: Ratio, place: Place): undefined {
  const end = (quanta: number | undefined) =>
    quanta === undefined ? undefined : textOf(figureOf(fact, quanta));
  return note(place, "outside_domain", {
    fact: nameOf(fact),
    value: textOf(figure),
    min: end(fact.min),
    max: end(fact.max),
  });
}

type Choice = { fact: FactIr; options: readonly string[]; raw: unknown };

function readOption({ fact, options, raw }: Choice, place: Place): string | undefined {
  if (typeof raw !== "string") {
    return note(place, "wrong_type", mismatch(fact, raw, "enumeration"));
  }
  if (options.includes(raw)) return raw;
  return note(place, "unknown_option", {
    fact: nameOf(fact),
    option: raw.slice(0, figureTextMax),
    nearest: optionByLabel(fact, raw) ?? nearest(raw, options),
    options,
  });
}

/** Somebody who writes an option's label means that option. */
const optionByLabel = (fact: FactIr, raw: string): string | undefined =>
  fact.definition.options?.find(({ label }) => label.zh === raw || label.en === raw)?.id;

function readText(fact: FactIr, raw: unknown, place: Place): string | undefined {
  if (fact.definition.type === "geometry") {
    return note(place, "geometry_stated", { fact: nameOf(fact) });
  }
  if (typeof raw !== "string" || raw === "") {
    return note(place, "wrong_type", mismatch(fact, raw || undefined, "text"));
  }
  return raw.length <= textMax ? raw : note(place, "too_long", tooLong(fact, textMax));
}

function readDate(fact: FactIr, raw: unknown, place: Place): string | undefined {
  if (typeof raw !== "string") return note(place, "wrong_type", mismatch(fact, raw));
  if (isDate(raw)) return raw;
  return note(place, "bad_date", { fact: nameOf(fact), value: raw.slice(0, figureTextMax) });
}

/** Reads the members of a list fact, each once, in the order written. */
function readList(fact: FactIr, raw: unknown, place: Place): readonly string[] | undefined {
  if (!Array.isArray(raw)) return note(place, "wrong_type", mismatch(fact, raw));
  const options = fact.type.kind === "list" ? fact.type.options : undefined;
  const members = raw.map((member: unknown, index) => {
    const here = below(place, index);
    return options
      ? readOption({ fact, options, raw: member }, here)
      : readText(fact, member, here);
  });
  const read = members.filter((member) => member !== undefined);
  return read.length === members.length ? [...new Set(read)] : undefined;
}
