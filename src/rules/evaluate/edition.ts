import type { Ratio } from "../../base/ratio.ts";
import type { ParameterIr, Program, RuleIr } from "../ir.ts";

export type Figure = { readonly min: Ratio; readonly max: Ratio };

/**
 * A program as the law stands on one day: every figure chosen, every rule in its time or out of it.
 */
export type Edition = {
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

function build(program: Program, day: string): Edition {
  return {
    program,
    figures: program.parameters.map((parameter) => figureOn(parameter, day)),
    stands: program.rules.map((rule: RuleIr) => covers(rule, day)),
  };
}

type Shelf = { readonly days: readonly string[]; readonly editions: Map<number, Edition> };

const shelves = new WeakMap<Program, Shelf>();

/** The edition of a program on a day: one for each stretch of days in which nothing changes. */
export function editionOn(program: Program, day: string): Edition {
  const shelf = shelves.get(program) ?? { days: turningDays(program), editions: new Map() };
  shelves.set(program, shelf);
  const later = shelf.days.findIndex((turn) => turn > day);
  const segment = later < 0 ? shelf.days.length : later;
  const edition = shelf.editions.get(segment) ?? build(program, day);
  shelf.editions.set(segment, edition);
  return edition;
}
