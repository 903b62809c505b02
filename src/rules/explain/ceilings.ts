import type { FactDefinition } from "../contract/pack.ts";
import type { Amount, EffectLine, Report } from "../contract/report.ts";

/** As much of a report as is shown with amounts. */
type Shown = Pick<Report, "verdicts" | "totals">;

type Dictionary = ReadonlyMap<string, Pick<FactDefinition, "unit" | "max">>;

/** A domain narrower than this is a real limit of the thing, not the widest that may be stated. */
const widest = 1_000_000;
/** How much of a fact's whole domain no single case comes near. */
const share = 0.01;

/** For each unit, from where on a ceiling only repeats the domain of a fact nobody has stated. */
function thresholds(report: Shown, dictionary: Dictionary): Map<string, number> {
  const found = new Map<string, number>();
  const missing = report.verdicts.flatMap((line) => line.missing);
  for (const { kind, id } of missing) {
    const { unit, max } = (kind === "fact" && dictionary.get(id)) || {};
    if (!unit || max === undefined || max < widest) continue;
    found.set(unit, Math.min(found.get(unit) ?? max, max));
  }
  return new Map([...found].map(([unit, max]) => [unit, max * share]));
}

/**
 * Takes away the ceilings (and floors below nought) that say nothing: where a fact is unknown its
 * whole domain flows into the amount, and "at most 100,000,000 m²" would pass for a figure of the
 * place. What is known stays. For display only: verdicts rest on the report as it is.
 */
export function withoutEmptyCeilings<R extends Shown>(report: R, dictionary: Dictionary): R {
  const from = thresholds(report, dictionary);
  const amount = (value: Amount, unit: string | undefined): Amount => {
    const limit = unit === undefined ? undefined : from.get(unit);
    if (limit === undefined || (value.max !== undefined && value.max === value.min)) return value;
    const { min, max } = value;
    return {
      ...(min !== undefined && min > -limit && { min }),
      ...(max !== undefined && max < limit && { max }),
    };
  };
  const effect = (line: EffectLine): EffectLine => ({
    ...line,
    ...(line.amount && { amount: amount(line.amount, line.unit) }),
    ...(line.bounds && {
      bounds: line.bounds.map((bound) => ({
        ...bound,
        at: amount(bound.at, line.unit),
        limit: amount(bound.limit, line.unit),
      })),
    }),
  });
  return {
    ...report,
    verdicts: report.verdicts.map((line) => ({ ...line, effects: line.effects.map(effect) })),
    totals: report.totals.map((total) => ({ ...total, amount: amount(total.amount, total.unit) })),
  };
}
