import type { EffectIr, RuleIr } from "../ir.ts";
import type { PackSource } from "../source.ts";
import type { Desk } from "../resolve/desk.ts";
import { decideSame } from "./combinations.ts";
import { kindsOf } from "./effects.ts";
import { endsBefore } from "../resolve/figures.ts";
import type { RuleDraft } from "./rules.ts";

/** Effects of which two of one target need to be put in order: they give or decide, they do not
 * merely tell. */
export const deciding: ReadonlySet<string> = new Set([
  "grant",
  "limit",
  "exempt",
  "count",
  "route",
  "permit",
  "prohibit",
]);

type Law = {
  readonly rules: readonly RuleIr[];
  readonly drafts: readonly RuleDraft[];
  readonly combinations: PackSource["combinations"];
  readonly desk: Desk;
};

/** Two rules that decide the same thing must say how they go together; the finding names both
 * clauses. */
export function noteCollisions(law: Law): void {
  const { rules } = law;
  const together = pairsOf(law);
  const above = rules.map((_, index) => reachOf(rules, index));
  rules.forEach((rule, index) => {
    for (let other = 0; other < index; other++) {
      const earlier = rules[other];
      if (!earlier || !meet(rule, earlier)) continue;
      if (together.has(`${other} ${index}`)) continue;
      if (above[index]?.has(other) || above[other]?.has(index)) continue;
      const effect = rule.effects.find((one) => decides(one, earlier));
      if (effect) noteCollision(law, { index, other, effect });
    }
  });
}

/** Two rules can speak to the same subject on the same day. */
const meet = (a: RuleIr, b: RuleIr): boolean =>
  a.level === b.level && !endsBefore(a.until, b.since) && !endsBefore(b.until, a.since);

const decides = (effect: EffectIr, other: RuleIr): boolean =>
  deciding.has(effect.kind) && other.effects.some((second) => decideSame(effect, second));

/** Every pair of rules that a combination names, also one that has findings of its own. */
function pairsOf({ rules, combinations }: Law): Set<string> {
  const indexById = new Map(rules.map((rule, index) => [rule.id, index]));
  const pairs = combinations.flatMap(({ value }) => {
    const members = value.rules.flatMap((id) => indexById.get(id) ?? []);
    return members.flatMap((a) => members.map((b) => `${a} ${b}`));
  });
  return new Set(pairs);
}

/** All rules that give way to one, directly or by way of others. */
export function reachOf(rules: readonly RuleIr[], from: number): Set<number> {
  const reached = new Set<number>();
  const open = [...(rules[from]?.overrides ?? [])];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    open.push(...(rules[index]?.overrides ?? []));
  }
  return reached;
}

type Pair = { readonly index: number; readonly other: number; readonly effect: EffectIr };

function noteCollision({ drafts, desk }: Law, { index, other, effect }: Pair): void {
  const [draft, earlier] = [drafts[index], drafts[other]];
  if (!draft || !earlier) return;
  const there = earlier.located.at([...earlier.path, "id"]);
  const holes = {
    kind: effect.kind,
    target: effect.target,
    item: String(draft.rule.cite.item),
    document: draft.rule.cite.document,
    otherItem: String(earlier.rule.cite.item),
    otherDocument: earlier.rule.cite.document,
    otherRule: earlier.rule.id,
    otherFile: there.file,
    otherLine: there.line,
  };
  desk.about(draft.located, effectPath(draft, effect), { code: "collision", holes });
}

/** Where the effect is written: on the rule itself, or in its list of effects. */
function effectPath({ located, path }: RuleDraft, { kind, target }: EffectIr): RuleDraft["path"] {
  const rule = located.value.rules?.[Number(path[1])];
  const place = rule?.effects?.findIndex((one) => kindsOf(one)[0] === kind && one[kind] === target);
  return place === undefined || place < 0 ? [...path, kind] : [...path, "effects", place, kind];
}
