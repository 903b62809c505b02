import { invariant } from "../../base/invariant.ts";
import {
  ceilSteps,
  floorSteps,
  multiply,
  parseRatio,
  ratio,
  ratioOf,
  toDecimal,
  type Ratio,
} from "../../base/ratio.ts";
import { defaultQuantum } from "../../base/unit.ts";
import type { FactDefinition } from "../../rules/index.ts";
import type { Draws } from "./draw.ts";

/**
 * How large a synthetic quantity of a unit usually is at most: wide enough to pass every
 * threshold.
 */
const usualMost: Readonly<Record<string, number>> = {
  m2: 60_000,
  hm2: 50,
  km2: 5,
  mu: 500,
  m: 2_000,
  cm: 500,
  km: 20,
  "%": 100,
  yuan: 100_000_000,
  wan_yuan: 10_000,
  yi_yuan: 10,
  years: 70,
  months: 240,
  days: 365,
  working_days: 120,
  households: 1_500,
  storeys: 30,
  spaces: 400,
  items: 40,
  "1": 20,
};

/** Years and other counts that begin late are drawn from living memory. */
const lateStart = 1000;
const memory = [1950, 2025] as const;

type Domain = {
  readonly low: number;
  readonly high: number;
  /** How many quanta make a whole of the unit; below one where a quantum is more than that. */
  readonly whole: number;
  readonly inUnit: (steps: number) => number;
};

function quantumOf({ quantum, unit = "1" }: FactDefinition): Ratio {
  if (quantum === undefined) return defaultQuantum(unit);
  const stated = typeof quantum === "number" ? ratioOf(quantum) : parseRatio(quantum);
  invariant(stated, "the dictionary's quanta are numbers");
  return stated;
}

const domains = new WeakMap<FactDefinition, Domain>();

/** The domain of a quantity, worked out once for each fact of a dictionary. */
function domainOf(fact: FactDefinition): Domain {
  const domain = domains.get(fact) ?? usualDomain(fact);
  domains.set(fact, domain);
  return domain;
}

/** The domain of a quantity in whole quanta, narrowed to what is usual. */
function usualDomain(fact: FactDefinition): Domain {
  const { unit = "1", min = 0, max = Infinity } = fact;
  const usual = min >= lateStart ? memory : ([min, usualMost[unit] ?? usualMost["1"]!] as const);
  const quantum = quantumOf(fact);
  const low = Number(ceilSteps(ratioOf(Math.max(min, usual[0])), quantum));
  const high = Number(floorSteps(ratioOf(Math.min(max, Math.max(usual[1], min))), quantum));
  return {
    low,
    high: Math.max(low, high),
    whole: Number(floorSteps(ratio(1), quantum)),
    inUnit: inUnitOf(quantum),
  };
}

/** As a decimal of nine places says it: for a quantum of fewer places one division does. */
function inUnitOf(quantum: Ratio): (steps: number) => number {
  const { n, d } = quantum;
  if (n === 1n && /^10{0,9}$/.test(String(d))) {
    const parts = Number(d);
    return (steps) => steps / parts;
  }
  return (steps) => Number(toDecimal(multiply(ratio(steps), quantum), 9));
}

/** A quantity of any size up to the usual most, small ones as often as large ones; mostly round. */
function drawSteps({ low, high, whole }: Domain, draws: Draws): number {
  const range = high - low;
  const digits = Math.floor(Math.log10(Math.max(1, range)));
  const most = Math.min(range, 10 ** draws.whole(Math.min(1, digits), digits + 1));
  // One draw reaches 2^32: beyond that in thousands.
  const scale = most > 1e9 ? 1000 : 1;
  const steps = low + draws.whole(0, Math.floor(most / scale)) * scale;
  const rounded = whole > 1 && draws.chance(800) ? Math.round(steps / whole) * whole : steps;
  return Math.min(high, Math.max(low, rounded));
}

function drawDate(draws: Draws): string {
  const part = (value: number): string => String(value).padStart(2, "0");
  return `${draws.whole(1990, 2026)}-${part(draws.whole(1, 12))}-${part(draws.whole(1, 28))}`;
}

/** A value that the fact's domain admits; undefined for facts that no text can state. */
export function drawKnown(fact: FactDefinition, draws: Draws): unknown {
  const options = (fact.options ?? []).map(({ id }) => id);
  switch (fact.type) {
    case "boolean":
      return draws.chance(500);
    case "quantity": {
      const domain = domainOf(fact);
      return domain.inUnit(drawSteps(domain, draws));
    }
    case "enumeration":
      return options.length > 0 ? draws.pick(options) : undefined;
    case "list":
      return options.length > 0 ? options.filter(() => draws.chance(350)) : undefined;
    case "date":
      return drawDate(draws);
    case "text":
      return "合成 synthetic";
    case "geometry":
      return undefined;
  }
}

/** A range of two different values; undefined where the domain has one value only. */
export function drawRange(
  fact: FactDefinition,
  draws: Draws,
): readonly [number, number] | undefined {
  const domain = domainOf(fact);
  if (domain.high === domain.low) return undefined;
  const [a, b] = [drawSteps(domain, draws), drawSteps(domain, draws)];
  const low = Math.min(a, b, domain.high - 1);
  const high = Math.max(a, b, low + 1);
  return [domain.inUnit(low), domain.inUnit(high)];
}
