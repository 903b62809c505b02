import { nearest } from "../resolve/nearest.ts";
import { visibleFrom } from "../resolve/scope.ts";
import type { RuleIr } from "../ir.ts";
import type { Desk } from "../resolve/desk.ts";
import type { RuleDraft } from "./rules.ts";

/** Resolves the ids of the rules that give way, and puts every rule after those that override it.
 * Resolves the ids of the rules that give way, and puts every rule after those that override it. */
export function readOverrides(
  drafts: readonly RuleDraft[],
  ids: ReadonlySet<string>,
  desk: Desk,
): { rules: RuleIr[]; order: number[] } {
  const indexById = new Map(drafts.map((draft, index) => [draft.rule.id, index]));
  const rules = drafts.map((draft): RuleIr => {
    const overrides = draft.overrides.flatMap((id, position) => {
      const index = indexById.get(id);
      const at = [...draft.path, "overrides", position];
      if (index === undefined) {
        // A rule that exists but is broken has been noted at its own place.
        if (ids.has(id)) return [];
        const holes = { name: id, nearest: nearest(id, ids) };
        desk.about(draft.located, at, { code: "rule_unknown", holes });
        return [];
      }
      return mayOverride(draft, drafts[index], { at, desk }) ? [index] : [];
    });
    return { ...draft.rule, overrides };
  });
  return { rules, order: orderOf(rules, drafts, desk) };
}

function mayOverride(
  draft: RuleDraft,
  other: RuleDraft | undefined,
  { at, desk }: { at: RuleDraft["path"]; desk: Desk },
): boolean {
  const { rule, located } = draft;
  if (!other) return false;
  if (other === draft) {
    desk.about(located, at, { code: "override_self", holes: { rule: rule.id } });
    return false;
  }
  if (visibleFrom(other.rule.level).includes(rule.level)) return true;
  const holes = { rule: other.rule.id, level: other.rule.level, at: rule.level };
  desk.about(located, at, { code: "override_level", holes });
  return false;
}

/** Rules depth first, each after all that override it; a cycle is noted where it closes. */
function orderOf(rules: readonly RuleIr[], drafts: readonly RuleDraft[], desk: Desk): number[] {
  const order: number[] = [];
  const states = new Map<number, "open" | "done">();
  const trail: number[] = [];
  const visit = (index: number): void => {
    if (states.get(index) === "open") return noteCycle(index);
    if (states.has(index)) return;
    states.set(index, "open");
    trail.push(index);
    for (const below of rules[index]?.overrides ?? []) visit(below);
    trail.pop();
    states.set(index, "done");
    order.unshift(index);
  };
  const noteCycle = (index: number): void => {
    const around = [...trail.slice(trail.indexOf(index)), index];
    const cycle = around.map((rule) => rules[rule]?.id ?? "").join(" → ");
    const draft = drafts[index];
    if (!draft) return;
    const at = [...draft.path, "overrides"];
    desk.about(draft.located, at, { code: "override_cycle", holes: { cycle } });
  };
  // Backwards, since each visit puts its rule in front: rules that nothing orders keep the pack's
  // order.
  for (let index = rules.length - 1; index >= 0; index--) visit(index);
  return order;
}
