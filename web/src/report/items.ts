import type { RuleItem } from "../../../src/rules/index.ts";
import type { Amount } from "../../../src/rules/contract.ts";

export { sectionsOf, type RuleItem, type Sections } from "../../../src/rules/index.ts";

/** The one amount that a line shows at its right: of the first effect that has one. */
export function amountOf({ first }: RuleItem): { amount: Amount; unit?: string } | undefined {
  for (const { amount, unit } of first.effects) {
    if (amount) return { amount, ...(unit && { unit }) };
  }
  return undefined;
}

/** The force of the rule's first effect. */
export const forceOf = ({ first }: RuleItem) => first.effects[0]?.force;
