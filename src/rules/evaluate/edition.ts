import { dayNumber } from "../../base/date.ts";
import { invariant } from "../../base/invariant.ts";
import type { Ratio } from "../../base/ratio.ts";
import type { ParameterIr, Program, RuleIr } from "../ir.ts";

export type Figure = { readonly min: Ratio; readonly max: Ratio };

/**
 * A program as the law stands on one day: every figure chosen, every rule in its time or out of it.
 */
export type Edition = Stretch & {
  /** What is compiled for one day of a stretch holds for all of it. */
  readonly stretch: Stretch;
  /** The law date, in days since 1970-01-01. */
  readonly day: number;
};

/** A stretch of days in which nothing of the law changes. */
type Stretch = {
  readonly program: Program;
  /** By index into Program.parameters; undefined where the law states no figure for the day. */
  readonly figures: readonly (Figure | undefined)[];
  /** By index into Program.rules. */
  readonly stands: readonly boolean[];
};

type Span = { readonly since: string; readonly until: string | undefined };

/** `since` is included and `until` excluded; a text without a date stands at every date. */
const covers = (span: Span, day: string): boolean =>
  (span.since === "unknown" || span.since <= day) && (span.until === undefined || day < span.until);

const changes = (spans: readonly Span[]): string[] =>
  spans.flatMap(({ since, until }) => [since, until ?? "unknown"]);

/** Every day on which something in the program begins or ends, in order. */
function turningDays(program: Program): string[] {
  const days = [...program.rules, ...program.parameters.flatMap((one) => one.values)];
  return [...new Set(changes(days))].filter((day) => day !== "unknown").sort();
}

const figureOn = (parameter: ParameterIr, day: string): Figure | undefined =>
  parameter.values.findLast((value) => covers(value, day));

function build(program: Program, day: string): Stretch {
  return {
    program,
    figures: program.parameters.map((parameter) => figureOn(parameter, day)),
    stands: program.rules.map((rule: RuleIr) => covers(rule, day)),
  };
}

type Shelf = {
  readonly days: readonly string[];
  readonly stretches: Map<number, Stretch>;
  /** The day that was asked for last, and its law: many cases in a row are asked of one day. */
  last: { readonly on: string; readonly edition: Edition } | undefined;
};

const shelves = new WeakMap<Program, Shelf>();

function shelfOf(program: Program): Shelf {
  const known = shelves.get(program);
  if (known) return known;
  const made: Shelf = { days: turningDays(program), stretches: new Map(), last: undefined };
  shelves.set(program, made);
  return made;
}

/** The law of a program on a day. Each stretch of days in which nothing changes is built once. */
export function editionOn(program: Program, day: string): Edition {
  const shelf = shelfOf(program);
  if (shelf.last?.on === day) return shelf.last.edition;
  const stretch = stretchAround(shelf, program, day);
  const number = dayNumber(day);
  invariant(number !== undefined, `the law date is a day of the calendar: ${day}`);
  const edition = { ...stretch, stretch, day: number };
  shelf.last = { on: day, edition };
  return edition;
}

function stretchAround(shelf: Shelf, program: Program, day: string): Stretch {
  const later = shelf.days.findIndex((turn) => turn > day);
  const segment = later < 0 ? shelf.days.length : later;
  const stretch = shelf.stretches.get(segment) ?? build(program, day);
  shelf.stretches.set(segment, stretch);
  return stretch;
}
