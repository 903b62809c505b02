import { multiply } from "../../base/ratio.ts";
import { defaultQuantum, parseUnit, sameDimension } from "../../base/unit.ts";
import { checkText } from "../check/expression.ts";
import { nearestId } from "../resolve/nearest.ts";
import { visibleFrom, type Scope } from "../resolve/scope.ts";
import { unknownUnit } from "../resolve/units.ts";
import { unitOf, writtenUnit, zeroAs } from "../check/units.ts";
import { effectKinds, type Effect, type EffectKind, type Measure } from "../contract/pack.ts";
import type { BoundIr, EffectIr, Node } from "../ir.ts";
import type { Located } from "../source.ts";
import { readBounds } from "./bounds.ts";
import type { Book } from "./book.ts";
import type { Path } from "../resolve/desk.ts";
import { readRequirements, titleOf } from "./titles.ts";

/** Where an effect stands, and what its expressions may name. */
export type EffectPlace = {
  readonly book: Book;
  readonly located: Located<Measure>;
  readonly path: Path;
  readonly scope: Scope;
};

export const kindsOf = (effect: Partial<Effect>): EffectKind[] =>
  effectKinds.filter((kind) => effect[kind] !== undefined);

/** Reads one effect; undefined when it is too broken to stand. Everything that is wrong is noted.
 * Reads one effect; undefined when it is too broken to stand. Everything that is wrong is noted. */
export function readEffect(place: EffectPlace, effect: Effect): EffectIr | undefined {
  const { book, located, path, scope } = place;
  const [kind, ...more] = kindsOf(effect);
  if (!kind) return book.desk.about(located, path, { code: "effect_missing", holes: {} });
  if (more[0]) {
    const holes = { kinds: [kind, ...more].join(", ") };
    return book.desk.about(located, [...path, more[0]], { code: "effect_many", holes });
  }
  const target = effect[kind] ?? "";
  const title = titleOf(place, { path: [...path, kind], name: target, title: effect.title });
  if (!effect.force) {
    book.desk.about(located, [...path, kind], { code: "force_missing", holes: { kind } });
  }
  if (effect.account !== undefined) {
    titleOf(place, { path: [...path, "account"], name: effect.account, title: undefined });
  }
  const wish = readWish(place, effect.wish);
  const amount = readAmount(place, effect.amount);
  const measured = amount ?? (wish === undefined ? undefined : wishNode(scope, wish));
  const bounds = readBounds(place, effect.limits ?? [], measured);
  if (kind === "limit" && (effect.limits ?? []).length === 0) {
    book.desk.about(located, [...path, kind], { code: "limit_without_bound", holes: {} });
  }
  const given = readUnit(place, effect, { measured, wish, bounds });
  const requires = readRequirements(place, effect.requires ?? []);
  if (!title || !effect.force) return undefined;
  const { force, account } = effect;
  return { kind, target, title, force, amount, wish, bounds, account, requires, ...given };
}

const wishNode = (scope: Scope, wish: number): Node | undefined => {
  const fact = scope.facts[wish];
  return fact && { op: "fact", fact: wish, type: fact.type, span: { start: 0, end: 0 } };
};

function readWish(
  { book, located, path, scope }: EffectPlace,
  wish: string | undefined,
): number | undefined {
  if (wish === undefined) return undefined;
  const at = [...path, "wish"];
  const index = scope.factById.get(wish);
  const fact = index === undefined ? undefined : scope.facts[index];
  if (!fact) {
    const holes = { name: wish, nearest: nearestId(wish, [...scope.factById.keys()]) };
    return book.desk.about(located, at, { code: "fact_unknown", holes });
  }
  if (fact.type.kind !== "number" || fact.definition.derived !== undefined) {
    const type = fact.definition.derived === undefined ? fact.type.kind : "derived";
    return book.desk.about(located, at, { code: "wish_unfit", holes: { fact: wish, type } });
  }
  if (!visibleFrom(scope.level).includes(fact.level)) {
    const holes = { fact: wish, level: fact.level, at: scope.level, write: "addressee" };
    return book.desk.about(located, at, { code: "level_below", holes });
  }
  return index;
}

function readAmount(place: EffectPlace, text: string | undefined): Node | undefined {
  if (text === undefined) return undefined;
  const { book, located, path, scope } = place;
  const note = book.desk.noteAt(located, [...path, "amount"]);
  const node = checkText(text, scope, note);
  if (!node || node.type.kind === "number") return node;
  return note("type_unfit", { expected: "number", found: node.type.kind }, node.span);
}

type Measured = {
  readonly measured: Node | undefined;
  readonly wish: number | undefined;
  readonly bounds: readonly BoundIr[];
};

/** The unit in which the effect is given out, and the step to which its amount is rounded. */
function readUnit(
  place: EffectPlace,
  effect: Effect,
  { measured, wish, bounds }: Measured,
): Pick<EffectIr, "unit" | "step"> {
  const { book, located, path, scope } = place;
  const none = { unit: undefined, step: undefined };
  const model = measured ?? bounds[0]?.limit;
  const asked = effect.unit === undefined ? undefined : parseUnit(effect.unit);
  const at = [...path, effect.unit === undefined ? "amount" : "unit"];
  if (effect.unit !== undefined && !asked) {
    const holes = unknownUnit(effect.unit);
    return book.desk.about(located, at, { code: "unit_unknown", holes }) ?? none;
  }
  if (model?.type.kind !== "number") return none;
  const wished = wish === undefined ? undefined : scope.facts[wish];
  const fallback = wished?.definition.unit ?? plainUnit(model, scope);
  if (fallback === undefined) {
    const holes = { unit: writtenUnit(model, scope) };
    return book.desk.about(located, at, { code: "unit_needed", holes }) ?? none;
  }
  const unit = effect.unit ?? fallback;
  const known = parseUnit(unit);
  if (!known) return none;
  const typed = zeroAs(model, { kind: "number", dimension: known.dimension }).type;
  if (typed.kind === "number" && !sameDimension(typed.dimension, known.dimension)) {
    const holes = { left: writtenUnit(model, scope), right: unit };
    return book.desk.about(located, at, { code: "unit_mismatch", holes }) ?? none;
  }
  // What may be asked for to the hundredth of a year is granted to the hundredth of a year.
  return { unit, step: wished?.step ?? multiply(defaultQuantum(unit), known.factor) };
}

function plainUnit(node: Node, scope: Scope): string | undefined {
  if (node.op === "fact" || node.op === "parameter") return writtenUnit(node, scope);
  return node.type.kind === "number" ? unitOf(node.type.dimension) : undefined;
}
