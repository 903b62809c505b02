import type { Edition } from "../evaluate/edition.ts";
import type { Node, RuleIr } from "../ir.ts";

/** A rule in text, with its figures and lists left out, and which they are in their order. */
type Wording = {
  readonly text: string;
  readonly parameters: readonly number[];
  readonly registers: readonly number[];
  /** Whether it counts working days. */
  readonly isCounted: boolean;
};

const wordings = new WeakMap<RuleIr, Wording>();

function wordingOf(rule: RuleIr): Wording {
  const known = wordings.get(rule);
  if (known) return known;
  const written = write(rule);
  wordings.set(rule, written);
  return written;
}

function write({ level, condition, effects, needsTexts, reads, splits }: RuleIr): Wording {
  const parameters: number[] = [];
  const registers: number[] = [];
  let isCounted = false;
  const figures = effects.map(({ kind, unit, step, wish, amount, bounds }) => ({
    ...{ kind, unit, step, wish, amount },
    bounds: bounds.map(({ direction, force, limit }) => ({ direction, force, limit })),
  }));
  const law = { level, condition, effects: figures, needsTexts, reads, splits };
  const text = JSON.stringify(law, (key, value: unknown) => {
    if (key === "span") return undefined;
    if (typeof value === "bigint") return String(value);
    if (!isNode(value)) return value;
    if (value.op === "parameter") return { op: "figure", at: parameters.push(value.parameter) };
    if (value.op === "listed") return { ...value, register: registers.push(value.register) };
    isCounted ||= "unit" in value && value.unit === "working_day";
    return value;
  });
  return { text, parameters, registers, isCounted };
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "op" in value;

/**
 * What a rule says on a day, figures and lists written out. Two rules of two programs over one
 * dictionary that say the same decide every subject alike; what is not in force says nothing.
 */
export function lawOf({ program, figures, stands }: Edition, index: number): string {
  if (!stands[index]) return "";
  const { text, parameters, registers, isCounted } = wordingOf(program.rules[index]!);
  const ends = parameters.map((at) => {
    const { min, max } = figures[at] ?? {};
    return min && max ? `${min.n}/${min.d} ${max.n}/${max.d}` : "none";
  });
  const lists = registers.map((at) => program.registers[at]);
  const calendars = isCounted ? program.registers.filter(({ calendar }) => calendar) : [];
  return [text, ...ends, JSON.stringify([...lists, ...calendars])].join("\n");
}

/** Whether two rules read alike, but for what stands behind their figures and lists. */
export const isSaidAlike = (one: RuleIr, other: RuleIr): boolean =>
  wordingOf(one).text === wordingOf(other).text;
