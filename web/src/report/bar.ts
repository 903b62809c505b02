import type { Amount, Report } from "../../../src/rules/contract.ts";
import { sectionsOf, type RuleItem } from "./items.ts";

export type BarPart = { mark: "yes" | "maybe"; width: number; title?: { zh: string; en: string } };
export type Bar = {
  unit: string;
  settled: number;
  /** Absent where nothing says how much it may be at most. */
  most?: number;
  parts: BarPart[];
  ticks: number[];
};

const unit = "m2";
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
/** Sums of hundredths drift in the last digit; what is drawn is rounded to a hundredth. */
const exact = (value: number): number => Math.round(value * 100) / 100;

const rangeOf = ({ min = 0, max }: Amount): number | undefined =>
  max === undefined ? undefined : exact(max - min);

function openParts(items: readonly RuleItem[]): BarPart[] {
  return items.flatMap(({ first }) =>
    first.effects.flatMap((effect): BarPart[] => {
      if (effect.kind !== "grant" || effect.unit !== unit || !effect.amount) return [];
      const width = rangeOf(effect.amount);
      return width ? [{ mark: "maybe", width, title: first.title }] : [];
    }),
  );
}

/**
 * The floor area that the rules in force give: what is settled, and how far it may still reach.
 * The ends are the report's totals; the parts are the rules' own ranges only where they add up.
 */
export function floorAreaBar(report: Report): Bar | undefined {
  const totals = report.totals.filter((total) => total.unit === unit).map(({ amount }) => amount);
  if (totals.length === 0) return undefined;
  const settled = exact(sum(totals.map(({ min = 0 }) => min)));
  const ceilings = totals.flatMap(({ max }) => (max === undefined ? [] : [max]));
  const isBounded = ceilings.length === totals.length;
  const most = isBounded ? exact(sum(ceilings)) : undefined;
  const open = most === undefined ? undefined : exact(most - settled);
  // Nothing settled and no end in sight: there is nothing to draw to scale.
  if (settled === 0 && !open) return undefined;

  const solid: BarPart[] = settled > 0 ? [{ mark: "yes", width: settled }] : [];
  const ranges = openParts(sectionsOf(report).undecided);
  const addsUp = exact(sum(ranges.map(({ width }) => width))) === open;
  const whole = open ?? (settled || 1);
  const hatched: BarPart[] = addsUp ? ranges : whole > 0 ? [{ mark: "maybe", width: whole }] : [];
  return {
    unit,
    settled,
    ...(most !== undefined && { most }),
    parts: [...solid, ...hatched],
    ticks: ticksOf([...solid, ...hatched], most),
  };
}

/** The ends of the parts, from nought: the last one only where it is known. */
function ticksOf(parts: readonly BarPart[], most: number | undefined): number[] {
  const ends = parts.reduce<number[]>(
    (all, { width }) => [...all, exact((all.at(-1) ?? 0) + width)],
    [0],
  );
  return most === undefined ? ends.slice(0, -1) : ends;
}

/** Drops the labels that would stand on each other; the first and the last always stay. */
export function readableTicks(ticks: readonly number[], leastShare = 0.12): number[] {
  const last = ticks.at(-1) ?? 0;
  return ticks.reduce<number[]>((kept, tick, index) => {
    const before = kept.at(-1);
    if (before === undefined) return [tick];
    if (index === ticks.length - 1) {
      const crowded = kept.length > 1 && (tick - before) / last < leastShare;
      return [...(crowded ? kept.slice(0, -1) : kept), tick];
    }
    return (tick - before) / last < leastShare ? kept : [...kept, tick];
  }, []);
}
