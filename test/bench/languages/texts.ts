import type { Comparison } from "../../../src/rules/index.ts";
import type { Dialect } from "../dialect.ts";
import { nameOf } from "../figures.ts";

export const quote = (text: string): string => JSON.stringify(text);

type Words = {
  readonly not: (part: string) => string;
  readonly signs: Record<Comparison, string>;
  readonly among: (name: string, options: readonly string[]) => string;
};

/** A language of expressions with `and` and `or`. */
export const textDialect = ({ not, signs, among }: Words): Dialect<string> => ({
  all: (parts) => `(${parts.join(" and ")})`,
  any: (parts) => `(${parts.join(" or ")})`,
  not,
  isTrue: nameOf,
  among: (fact, options) => among(nameOf(fact), options),
  compare: (fact, comparison, other) => {
    const right = typeof other === "number" ? String(other) : nameOf(other);
    return `(${nameOf(fact)} ${signs[comparison]} ${right})`;
  },
});
