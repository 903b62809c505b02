import { sameDimension } from "../../base/unit.ts";
import { checkText } from "../check/expression.ts";
import { writtenUnit, zeroAs } from "../check/units.ts";
import type { Bound } from "../contract/pack.ts";
import type { Scope } from "../resolve/scope.ts";
import type { BoundIr, Node } from "../ir.ts";
import type { Located } from "../source.ts";
import type { Book } from "./book.ts";
import type { Path } from "../resolve/desk.ts";

/** Where a bound stands, and what its expression may name. */
export type BoundPlace = {
  readonly book: Book;
  readonly located: Located<unknown>;
  readonly path: Path;
  readonly scope: Scope;
};

/** Reads the bounds of one effect against what they measure. */
export function readBounds(
  place: BoundPlace,
  bounds: readonly Bound[],
  measured: Node | undefined,
): BoundIr[] {
  const { book, located, path } = place;
  const seen = new Set<string>();
  return bounds.flatMap((bound, index) => {
    const at = [...path, "limits", index];
    const { id } = bound;
    if (seen.has(id)) {
      book.desk.about(located, [...at, "id"], { code: "bound_twice", holes: { id } });
    }
    seen.add(id);
    const read = readBound({ ...place, path: at }, bound);
    if (!measured && read) {
      book.desk.about(located, [...at, "id"], { code: "bound_without_amount", holes: { id } });
    }
    return read ? fitted({ ...place, path: at }, read, measured) : [];
  });
}

/** Reads one bound by itself: exactly one direction, and a number. */
export function readBound(place: BoundPlace, bound: Bound): BoundIr | undefined {
  const { book, located, path, scope } = place;
  const { id, force, title, at_most: most, at_least: least } = bound;
  const text = most ?? least;
  if (text === undefined || (most !== undefined && least !== undefined)) {
    return book.desk.about(located, [...path, "id"], { code: "bound_direction", holes: { id } });
  }
  const direction = most === undefined ? "at_least" : "at_most";
  const note = book.desk.noteAt(located, [...path, direction]);
  const limit = checkText(text, scope, note);
  if (!limit) return undefined;
  if (limit.type.kind !== "number") {
    return note("type_unfit", { expected: "number", found: limit.type.kind }, limit.span);
  }
  return { id, direction, limit, force, title };
}

/** A bound in the unit of what it bounds, or a finding that names both units. */
function fitted(place: BoundPlace, bound: BoundIr, measured: Node | undefined): BoundIr[] {
  if (!measured) return [bound];
  const limit = zeroAs(bound.limit, measured.type);
  const { type } = zeroAs(measured, limit.type);
  if (type.kind !== "number" || limit.type.kind !== "number") return [];
  if (sameDimension(type.dimension, limit.type.dimension)) return [{ ...bound, limit }];
  const units = {
    left: writtenUnit(measured, place.scope),
    right: writtenUnit(limit, place.scope),
  };
  const note = place.book.desk.noteAt(place.located, [...place.path, bound.direction]);
  note("unit_mismatch", units, limit.span);
  return [];
}
