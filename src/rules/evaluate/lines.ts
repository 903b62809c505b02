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
  const { id, force, direction, title } = bound;
  const { answer } = raw;
  const consequence = answer === "exceeded" ? consequences[force] : undefined;
  const [at, limit] = [toAmount(raw.at, scale), toAmount(raw.limit, scale)];
  const line: BoundAnswer = consequence
    ? { id, force, answer, consequence, direction, at, limit }
    : { id, force, answer, direction, at, limit };
  if (title) line.title = title;
  return line;
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
  const { kind, target, title, force, unit, account, bounds, requires } = effect;
  const line: EffectLine = { kind, target, title, force };
  const hasAmount = typeof raw.amount === "object";
  if (hasAmount) line.amount = toAmount(raw.amount, effectScale(effect));
  if ((hasAmount || bounds.length > 0) && unit !== undefined) line.unit = unit;
  if (account !== undefined) line.account = account;
  const binding = raw.binding === undefined ? undefined : bounds[raw.binding]?.id;
  if (binding !== undefined) line.binding = binding;
  if (bounds.length > 0) {
    const scale = effectScale(effect);
    line.bounds = bounds.map((bound, at) => boundLine(bound, raw.bounds[at] as BoundRaw, scale));
  }
  if (requires.length > 0) line.requires = requiresOf(effect);
  return line;
}
