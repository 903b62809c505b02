import { invariant } from "../../base/invariant.ts";
import type { Force, Requirement } from "../contract/pack.ts";
import type { BoundAnswer, EffectLine, RequirementLine } from "../contract/report.ts";
import type { BoundIr, EffectIr } from "../ir.ts";
import { effectScale, toAmount, type Scale } from "./figures.ts";
import type { BoundRaw, EffectRaw } from "./raw.ts";

/** What follows where a bound of each force is exceeded. Advice has no consequence. */
const consequences = {
  must: "refused",
  in_principle: "deliberation",
  may: "discretion",
  advice: undefined,
} as const satisfies Record<Force, BoundAnswer["consequence"]>;

export function boundLine(bound: BoundIr, raw: BoundRaw, scale: Scale): BoundAnswer {
  const consequence = raw.answer === "exceeded" ? consequences[bound.force] : undefined;
  return {
    id: bound.id,
    force: bound.force,
    answer: raw.answer,
    ...(consequence && { consequence }),
    direction: bound.direction,
    at: toAmount(raw.at, scale),
    limit: toAmount(raw.limit, scale),
    ...(bound.title && { title: bound.title }),
  };
}

const requirementKinds = ["approval", "document", "agreement", "duty"] as const;

function requirementLine(requirement: EffectIr["requires"][number]): RequirementLine {
  const kind = requirementKinds.find((one) => (requirement as Requirement)[one] !== undefined);
  invariant(kind, "a requirement names an approval, a document, an agreement or a duty");
  const { force, title } = requirement;
  return { kind, id: requirement[kind] as string, force, title };
}

const requirementLines = new WeakMap<EffectIr, RequirementLine[]>();

function requiresOf(effect: EffectIr): RequirementLine[] {
  const lines = requirementLines.get(effect) ?? effect.requires.map(requirementLine);
  requirementLines.set(effect, lines);
  return lines;
}

/** One effect as the report gives it. */
export function effectLine(effect: EffectIr, raw: EffectRaw): EffectLine {
  const scale = effectScale(effect);
  const { kind, target, title, force, unit, account } = effect;
  const binding = raw.binding === undefined ? undefined : effect.bounds[raw.binding]?.id;
  const hasAmount = typeof raw.amount === "object";
  const bounds = effect.bounds.map((bound, index) =>
    boundLine(bound, raw.bounds[index] as BoundRaw, scale),
  );
  return {
    kind,
    target,
    title,
    force,
    ...(typeof raw.amount === "object" && { amount: toAmount(raw.amount, scale) }),
    ...((hasAmount || bounds.length > 0) && unit !== undefined && { unit }),
    ...(account !== undefined && { account }),
    ...(binding !== undefined && { binding }),
    ...(bounds.length > 0 && { bounds }),
    ...(effect.requires.length > 0 && { requires: requiresOf(effect) }),
  };
}
