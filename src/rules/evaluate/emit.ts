import type { Node } from "../ir.ts";
import type { Read } from "./gone-facts.ts";
import type { NumberPlan, TruthPlan } from "./plan.ts";

/** The names under which generated code holds the two ends of a number. */
export type Ends = { readonly low: string; readonly high: string };

/**
 * Writes the text of a function. Everything in it is our own: names are counted, facts and levels
 * are
 * positions, words pass through JSON, and nodes for exact ratios are handed in as values.
 */
export type Emitter = {
  /** Adds a statement. */
  line(text: string): void;
  /** A name that nothing else bears. */
  name(prefix: string): string;
  /** The row of the current subject of a level. */
  row(level: number): string;
  /** Writes a loop over the subjects of a level, in which they are the current ones. */
  overSubjects(level: number, body: () => void): void;
  /** Writes what decides a condition, and gives the name of its code. */
  truth(plan: TruthPlan): string;
  number(plan: NumberPlan): Ends;
  /** A node, or a list of facts, as a value of the generated code. */
  value(value: Node | readonly Read[]): string;
};

export type Writers = {
  readonly truth: (plan: TruthPlan, emitter: Emitter) => string;
  readonly number: (plan: NumberPlan, emitter: Emitter) => Ends;
};

/** What the functions of one rule share: counted names, and the values handed in. */
export type Shared = { count: number; readonly values: (Node | readonly Read[])[] };

/** An emitter for one function, and the lines that it has written. */
export function emitterOf(shared: Shared, writers: Writers): Emitter & { text(): string } {
  const lines: string[] = [];
  const rows = new Map<number, string>();
  const emitter: Emitter & { text(): string } = {
    line: (text) => void lines.push(text),
    name: (prefix) => `${prefix}${shared.count++}`,
    row(level) {
      const known = rows.get(level) ?? `row${level}`;
      rows.set(level, known);
      return known;
    },
    overSubjects(level, body) {
      const [all, index, row] = ["all", "i", "row"].map((prefix) => emitter.name(prefix));
      const outer = rows.get(level);
      rows.set(level, row!);
      lines.push(
        `const ${all} = machine.table.rows[${level}];`,
        `const was_${row} = machine.rows[${level}], at_${row} = machine.current[${level}];`,
        `for (let ${index} = 0; ${index} < ${all}.length; ${index}++) {`,
        `const ${row} = machine.rows[${level}] = ${all}[${index}];`,
        `machine.current[${level}] = ${index};`,
      );
      body();
      lines.push(
        "}",
        `machine.rows[${level}] = was_${row}; machine.current[${level}] = at_${row};`,
      );
      rows.delete(level);
      if (outer) rows.set(level, outer);
    },
    truth: (plan) => writers.truth(plan, emitter),
    number: (plan) => writers.number(plan, emitter),
    value: (value) => `values[${shared.values.push(value) - 1}]`,
    text: () => lines.join("\n"),
  };
  return emitter;
}
