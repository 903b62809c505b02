import { dictionaryOf, factAt } from "../case/dictionary.ts";
import type { Case } from "../case/model.ts";
import type { Missing, Report, RuleVerdict } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { FactIr, Program } from "../ir.ts";

/** What finding out one fact would do, at one place or over many; areas in m². */
export type Yield = {
  /** Verdicts that wait for nothing else: any exact value settles them. */
  readonly settles: number;
  /** Verdicts that wait for it, those included. */
  readonly waits: number;
  /** How much floor area of the verdicts that it settles is open, where that has an end. */
  readonly area: number;
  /** Amounts of floor area among them whose end nobody knows. */
  readonly boundless: number;
};

/** One case of the library, by its id. */
export type SurveyPlace = Yield & { readonly case: string; readonly title: string | undefined };

/** One line of the list that a surveyor takes along. */
export type SurveyLine = Yield & {
  readonly fact: FactIr;
  /** Where it is to be found out, the places where it settles most first. */
  readonly places: readonly SurveyPlace[];
};

/** The lines for so many cases; what settles most stands first. */
export type Survey = { readonly cases: number; readonly lines: readonly SurveyLine[] };

/**
 * What to find out over a library: which fact, at which places, settles how many verdicts and how
 * much floor area. The facts that settle most come first.
 */
export function survey(program: Program, cases: Iterable<Case>, asOf: string): Survey {
  const found = new Map<string, SurveyPlace[]>();
  let count = 0;
  for (const facts of cases) {
    count += 1;
    for (const [fact, gain] of yieldsOf(evaluate(program, facts, { asOf }))) {
      const places = found.get(fact) ?? [];
      places.push({ case: facts.id, title: facts.title, ...gain });
      found.set(fact, places);
    }
  }
  const lines = [...found].map(([id, places]) => lineOf(program, id, places));
  return { cases: count, lines: lines.sort(byYield) };
}

const nothing: Yield = { settles: 0, waits: 0, area: 0, boundless: 0 };

const isFact = ({ kind }: Missing): boolean => kind === "fact";

/** By fact, whichever building it is of: whoever goes there finds out for all of them. */
function yieldsOf({ verdicts }: Report): ReadonlyMap<string, Yield> {
  const yields = new Map<string, Yield>();
  for (const verdict of verdicts.filter((one) => one.verdict === "undecided")) {
    const ids = new Set(verdict.missing.filter(isFact).map(({ id }) => id));
    const isAlone = ids.size === 1 && verdict.missing.every(isFact);
    for (const id of ids) yields.set(id, plus(yields.get(id) ?? nothing, gainOf(verdict, isAlone)));
  }
  return yields;
}

function gainOf(verdict: RuleVerdict, isAlone: boolean): Yield {
  if (!isAlone) return { ...nothing, waits: 1 };
  const amounts = verdict.effects.flatMap(({ amount, unit }) =>
    amount && unit === "m2" ? [amount] : [],
  );
  // Where the condition is open nothing may be given: the whole amount is.
  const sure = (min = 0) => (verdict.condition === "met" ? min : 0);
  const ended = amounts.flatMap(({ min, max }) => (max === undefined ? [] : [max - sure(min)]));
  const area = ended.reduce((sum, open) => sum + open, 0);
  return { settles: 1, waits: 1, area, boundless: amounts.length - ended.length };
}

const plus = (a: Yield, b: Yield): Yield => ({
  settles: a.settles + b.settles,
  waits: a.waits + b.waits,
  area: a.area + b.area,
  boundless: a.boundless + b.boundless,
});

function lineOf(program: Program, id: string, places: readonly SurveyPlace[]): SurveyLine {
  const fact = factAt(program, dictionaryOf(program).indexById.get(id) ?? -1);
  const { settles, waits, area, boundless } = places.reduce<Yield>(plus, nothing);
  return { fact, settles, waits, area, boundless, places: places.toSorted(byYield) };
}

const byYield = (a: Yield, b: Yield): number =>
  b.settles - a.settles || b.area - a.area || b.waits - a.waits;
