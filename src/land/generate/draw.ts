import { hash } from "node:crypto";
import { invariant } from "../../base/invariant.ts";

/**
 * Numbers that look random and follow from a key alone: SHA-256 of (key, counter), read as 32-bit
 * words.
 */
export type Draws = {
  /** A whole number from `low` to `high`, both included, each equally likely. */
  readonly whole: (low: number, high: number) => number;
  /** True in `perThousand` of a thousand draws. */
  readonly chance: (perThousand: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A key of the table, as often as its whole weight says. */
  readonly weigh: <K extends string>(weights: Readonly<Record<K, number>>) => K;
};

const words = 2 ** 32;

type Weighed = { readonly rows: readonly (readonly [string, number])[]; readonly total: number };

const weighed = new WeakMap<object, Weighed>();

/** A table of weights as it is drawn from; worked out once for a table that is drawn from often. */
function weighedOf(weights: Readonly<Record<string, number>>): Weighed {
  const known = weighed.get(weights);
  if (known) return known;
  const rows = Object.entries(weights);
  const made = { rows, total: rows.reduce((sum, [, weight]) => sum + weight, 0) };
  weighed.set(weights, made);
  return made;
}
const wordsOfDigest = 8;

/** The word of a digest at a place; the digest comes a byte a character, which is the quickest. */
function wordAt(digest: string, at: number): number {
  const byte = (offset: number): number => digest.charCodeAt(4 * at + offset);
  return byte(0) * 2 ** 24 + byte(1) * 2 ** 16 + byte(2) * 2 ** 8 + byte(3);
}

/**
 * The draws of one thing: the same seed, stage and id always give the same numbers, in any order of
 * asking.
 */
export function drawsOf(seed: string, stage: string, id: string): Draws {
  const key = `${seed}|${stage}|${id}|`;
  let [counter, left, digest] = [0, 0, ""];

  const word = (): number => {
    if (left === 0) {
      digest = hash("sha256", `${key}${counter++}`, "binary");
      left = wordsOfDigest;
    }
    return wordAt(digest, wordsOfDigest - left--);
  };
  const whole = (low: number, high: number): number => {
    const count = high - low + 1;
    invariant(count >= 1 && count <= words, "a draw has at least one outcome");
    const fair = words - (words % count);
    for (;;) {
      const drawn = word();
      if (drawn < fair) return low + (drawn % count);
    }
  };
  const pick = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)]!;
  const weigh = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const { rows, total } = weighedOf(weights);
    let drawn = whole(1, total);
    const row = rows.find(([, weight]) => (drawn -= weight) <= 0);
    invariant(row, "the weights add up to the highest draw");
    return row[0] as K;
  };
  return { whole, chance: (perThousand) => whole(1, 1000) <= perThousand, pick, weigh };
}

/** The list in an order that its ids and the seed decide, whatever order it came in. */
export function shuffled<T>(list: readonly T[], rankOf: (item: T) => string, seed: string): T[] {
  const ranked = list.map((item) => {
    const id = rankOf(item);
    return { item, id, rank: drawsOf(seed, "shuffle", id).whole(0, words - 1) };
  });
  return ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)).map(({ item }) => item);
}
