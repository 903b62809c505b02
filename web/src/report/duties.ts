import type { RequirementLine } from "../../../src/rules/contract.ts";
import type { RuleItem, Sections } from "./items.ts";

export type Duty = { item: RuleItem; line: RequirementLine; isNow: boolean };

function dutiesOf(item: RuleItem, isNow: boolean): Duty[] {
  const lines = item.first.effects.flatMap((effect) => effect.requires ?? []);
  return lines.map((line) => ({ item, line, isNow }));
}

/**
 * What follows from the rules that apply, then what would follow from those still open. Each once a
 * rule.
 */
export function dutiesIn({ applies, undecided }: Sections): Duty[] {
  const all = [
    ...applies.flatMap((item) => dutiesOf(item, true)),
    ...undecided.flatMap((item) => dutiesOf(item, false)),
  ];
  const seen = new Set<string>();
  return all.filter(({ item, line }) => {
    const key = `${item.first.measure} ${line.kind} ${line.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
