import { roundQuotient } from "../../base/rounding.ts";
import { elapsed, shifted } from "../evaluate/closures-time.ts";
import type { Edition } from "../evaluate/edition.ts";
import { emitterOf, type Emitter, type Shared } from "../evaluate/emit.ts";
import { writeNumber, writeTerm } from "../evaluate/emit-numbers.ts";
import { writeTruth } from "../evaluate/emit-truth.ts";
import { termsOf } from "../evaluate/generated.ts";
import { lowerTruth } from "../evaluate/lower.ts";
import { exact, gauge, times, type Machine } from "../evaluate/machine.ts";
import { lowerEffect, runEffect, type EffectPlan } from "../evaluate/plan-effect.ts";
import type { EffectRaw } from "../evaluate/raw.ts";
import { levelNumber } from "../evaluate/rows.ts";
import type { RuleIr } from "../ir.ts";
import { goneAt } from "./gone.ts";
import type { Library } from "./library.ts";
import { broken } from "./verdicts.ts";
import { placeOnColumns, type ColumnPlace, type ProveAt } from "./place.ts";

const tools = { gauge, exact, times, goneAt, shifted, elapsed, roundQuotient };
const writers = { truth: writeTruth, number: writeNumber };

type Figure = (at: number) => number;

/** What generated code knows of the law, beside the library. */
export type Day = Pick<Machine, "day" | "calendar">;

type Functions = {
  /** Writes the code of the condition for the subjects from one position to before another. */
  readonly condition: (from: number, to: number, codes: Uint8Array) => void;
  readonly figures: readonly Figure[];
};
type Bind = (library: Library, machine: Day, proveAt: ProveAt) => Functions;

/** A rule over a whole library. */
export type LibraryRule = {
  readonly condition: Functions["condition"];
  readonly effects: readonly ((at: number) => EffectRaw)[];
  /** Whether some of it has no whole-number form, and goes back to the case. */
  readonly hasNodes: boolean;
  /** Whether its effects have neither amounts nor bounds. */
  readonly isBare: boolean;
};

export type BindRule = (library: Library, machine: Day, proveAt: ProveAt) => LibraryRule;

type Writing = { readonly shared: Shared; readonly level: number; readonly fetches: Set<string> };

function written({ shared, level, fetches }: Writing, write: (emitter: Emitter) => string): string {
  const places: ColumnPlace[] = [];
  const emitter = emitterOf(shared, writers, (sheet) => {
    const place = placeOnColumns(sheet, level);
    places.push(place);
    return place;
  });
  const result = write(emitter);
  for (const place of places) place.fetches().forEach((fetch) => fetches.add(fetch));
  return `const owner = cases[at];\n${emitter.text()}\n${result}`;
}

/** Only what counts beyond small figures looks whether doubles still held them. */
const guarded = (decides: string): string =>
  /exact\(|proveAt\(/.test(decides)
    ? `gauge.isBroken = false;\n${decides}\nif (gauge.isBroken) codes[at] = ${broken};`
    : decides;

function textOf(rule: RuleIr, plans: readonly EffectPlan[], edition: Edition) {
  const shared: Shared = { count: 0, values: [] };
  const level = levelNumber[rule.level];
  const writing: Writing = { shared, level, fetches: new Set() };
  const { condition } = rule;
  const decides = written(writing, (emitter) => {
    const code = condition ? emitter.truth(lowerTruth(condition, edition)) : "1";
    return `codes[at] = ${code};`;
  });
  const figures = plans.flatMap(termsOf).map((term) =>
    written(writing, (emitter) => {
      const ends = writeTerm(term, emitter);
      return `gauge.high = ${ends.high}; return ${ends.low};`;
    }),
  );
  const text = [
    '"use strict";',
    `const { ${Object.keys(tools).join(", ")} } = tools;`,
    "return (library, machine, proveAt) => {",
    `const cases = library.levels[${level}].cases;`,
    ...writing.fetches,
    "return { condition(from, to, codes) {",
    `for (let at = from; at < to; at++) {\n${guarded(decides)}\n}`,
    `}, figures: [${figures.map((body) => `(at) => {\n${body}\n}`).join(", ")}] };`,
    "};",
  ].join("\n");
  return { text, values: shared.values };
}

/** Generated once for each rule and stretch of days; undefined where a figure has no such form. */
export function compileForLibrary(rule: RuleIr, edition: Edition): BindRule | undefined {
  const plans = rule.effects.flatMap((effect) => lowerEffect(effect, edition) ?? []);
  if (plans.length < rule.effects.length) return undefined;
  const { text, values } = textOf(rule, plans, edition);
  const isBare = plans.flatMap(termsOf).length === 0;
  const hasNodes = values.some((value) => !Array.isArray(value));
  // The text holds no word of a pack but through JSON, and no name but counted ones.
  // oxlint-disable-next-line typescript/no-implied-eval -- its own text alone becomes code
  const bind = new Function("tools", "values", text)(tools, values) as Bind;
  return (library, machine, proveAt) => {
    const { condition, figures } = bind(library, machine, proveAt);
    const byTerm = new Map(plans.flatMap(termsOf).map((term, at) => [term, figures[at]]));
    const effects = plans.map((plan) =>
      runEffect(plan, (term) => byTerm.get(term) as Figure, true),
    );
    return { condition, effects, hasNodes, isBare };
  };
}
