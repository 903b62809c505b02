import type { Known } from "../case/model.ts";
import type { Leaf, Rest } from "./rest.ts";

/** How many questions something takes on average, and how likely it then holds. */
export type Effort = { readonly questions: number; readonly chance: number };

const sure = (holds: boolean): Effort => ({ questions: 0, chance: holds ? 1 : 0 });

/** What is taken for granted of the leaves while an answer is weighed. */
export type Assumed = (leaf: Leaf) => Effort | undefined;

const nothing: Assumed = () => undefined;

/**
 * The questions that deciding takes when each part is asked in the best order for itself: what is
 * cheap and likely to end the matter goes first. Exact where every fact occurs once in groups of
 * one kind; an estimate elsewhere.
 */
export function effortOf(rest: Rest, assumed = nothing): Effort {
  switch (rest.kind) {
    case "settled":
      return sure(rest.truth);
    case "leaf":
      return assumed(rest) ?? { questions: rest.waits.length, chance: rest.chance };
    case "choice":
      return ofChoice(rest.parts.map((part) => effortOf(part, assumed)));
    case "all":
    case "any":
      return ofGroup(
        rest.parts.map((part) => effortOf(part, assumed)),
        rest.kind === "all",
      );
  }
}

function ofChoice([condition, then, otherwise]: readonly Effort[]): Effort {
  if (!condition || !then || !otherwise) return sure(true);
  const { chance } = condition;
  const mixed = (of: keyof Effort) => chance * then[of] + (1 - chance) * otherwise[of];
  return { questions: condition.questions + mixed("questions"), chance: mixed("chance") };
}

function ofGroup(parts: readonly Effort[], isAll: boolean): Effort {
  const goesOn = ({ chance }: Effort) => (isAll ? chance : 1 - chance);
  const price = (part: Effort) => part.questions / Math.max(1 - goesOn(part), Number.EPSILON);
  let [questions, reached] = [0, 1];
  for (const part of [...parts].sort((a, b) => price(a) - price(b))) {
    questions += reached * part.questions;
    reached *= goesOn(part);
  }
  return { questions, chance: isAll ? reached : 1 - reached };
}

type Possible = { readonly share: number; readonly assumed: Assumed };

/**
 * By how much one answer shortens the way on average, over every answer that makes a difference.
 */
export function gainOf(rest: Rest, key: string, finish: (effort: Effort) => number): number {
  const before = finish(effortOf(rest));
  const after = answersTo(leavesWith(rest, key), key).reduce(
    (sum, { share, assumed }) => sum + share * finish(effortOf(rest, assumed)),
    0,
  );
  return before - after;
}

function leavesWith(rest: Rest, key: string): readonly Leaf[] {
  if (rest.kind === "settled") return [];
  if (rest.kind === "leaf") return rest.waits.includes(key) ? [rest] : [];
  return rest.parts.flatMap((part) => leavesWith(part, key));
}

/** More leaves of one figure than this are taken to turn together. */
const apartMax = 3;

/** The answers to one fact, as far as the leaves that read it tell them apart. */
function answersTo(leaves: readonly Leaf[], key: string): readonly Possible[] {
  const counted = leaves.flatMap(({ answers }) => answers);
  const options = [...new Set(counted)];
  if (options.length > 0) {
    return options.map((answer) => ({
      share: 1 / options.length,
      assumed: (leaf) => (leaf.waits.includes(key) ? afterWord(leaf, answer) : undefined),
    }));
  }
  const apart = leaves.slice(0, apartMax);
  return Array.from({ length: 2 ** apart.length }, (_, number) => outcomeOf(apart, number, key));
}

function afterWord(leaf: Leaf, answer: Known): Effort | undefined {
  if (leaf.holds) return sure(leaf.holds(answer));
  return { questions: leaf.waits.length - 1, chance: leaf.chance };
}

/** One way in which the comparisons of a figure may come out. */
function outcomeOf(leaves: readonly Leaf[], number: number, key: string): Possible {
  let share = 1;
  const found = new Map<Leaf, Effort>();
  leaves.forEach((leaf, index) => {
    const holds = ((number >> index) & 1) === 1;
    const isLast = leaf.waits.length === 1;
    share *= isLast ? (holds ? leaf.chance : 1 - leaf.chance) : 0.5;
    const rest = { questions: leaf.waits.length - 1, chance: leaf.chance };
    found.set(leaf, isLast ? sure(holds) : rest);
  });
  const assumed: Assumed = (leaf) =>
    found.get(leaf) ?? (leaf.waits.includes(key) ? sure(leaf.chance > 0.5) : undefined);
  return { share, assumed };
}
