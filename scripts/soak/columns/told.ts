import {
  answers,
  conditions,
  effectAmount,
  levels,
  verdicts,
  type LibraryVerdicts,
  type Report,
} from "../../../src/rules/index.ts";

type Told = { readonly condition: unknown; readonly verdict: unknown; readonly effects: unknown };

/** What columns hold as well, of a report: verdicts, amounts and the answers of bounds. */
export const toldOneByOne = (report: Report): string =>
  JSON.stringify(
    report.verdicts.map(({ condition, verdict, effects }): Told => ({
      condition,
      verdict,
      effects: effects.map(({ amount, bounds }) => ({
        amount: amount ?? null,
        bounds: (bounds ?? []).map(({ answer }) => answer),
      })),
    })),
  );

/** The same of one case of a library, from its columns. */
export function toldByColumns({ program, library, rules }: LibraryVerdicts, owner: number): string {
  const told = program.rules.flatMap((rule, index) => {
    const { starts } = library.levels[levels.indexOf(rule.level)]!;
    const [from, to] = [starts[owner]!, starts[owner + 1]!];
    return Array.from({ length: to - from }, (_, place): Told => {
      const at = from + place;
      const { condition, verdict, effects } = rules[index]!;
      return {
        condition: conditions[condition[at]!],
        verdict: verdicts[verdict[at]!],
        effects: effects.flatMap(({ stands, min, max, bounds }, which) => {
          if (stands[at] === 0) return [];
          const steps = { min: min[at]!, max: max[at]! };
          const amount = Number.isNaN(steps.min) ? null : effectAmount(rule.effects[which]!, steps);
          return [{ amount, bounds: bounds.map((codes) => answers[codes[at]!]) }];
        }),
      };
    });
  });
  return JSON.stringify(told);
}
