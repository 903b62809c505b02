import type { Actor, Grant } from "../../base/actor.ts";
import { holders, rowOf, type ActOf, type Holder, type Kind, type Reach } from "./rights-table.ts";
import { covers, isWhole } from "./scope.ts";

/** What an act is done to, as far as rights ask. */
export type Resource<Name extends Kind = Kind> = {
  readonly kind: Name;
  readonly id?: string | undefined;
  /** The path of the organisation that it belongs to; absent where it is the whole city's. */
  readonly scope?: string | undefined;
  /** The accounts whose own it is. */
  readonly owners?: readonly string[] | undefined;
};

/** A right as one actor holds it: how far it reaches, and the role that gives it. */
export type Held = { readonly reach: Reach; readonly grant?: Grant };

const heldBy = (grant: Grant, row: { readonly [Name in Holder]?: Reach }): Held[] => {
  const role = holders.find((holder) => holder === grant.role);
  const reach = role && row[role];
  return reach ? [{ reach, grant }] : [];
};

/** Every right of an actor to an act: of everybody, of every account, of each role it holds. */
export function rightsTo<Name extends Kind>(actor: Actor, kind: Name, act: ActOf<Name>): Held[] {
  if (actor.kind === "system") return [{ reach: "everywhere" }];
  const row = rowOf(kind, act);
  const open: Held[] = row.anonymous ? [{ reach: row.anonymous }] : [];
  if (actor.kind === "anonymous") return open;
  const signedIn: Held[] = row.account ? [{ reach: row.account }] : [];
  return [...open, ...signedIn, ...actor.grants.flatMap((grant) => heldBy(grant, row))];
}

function reaches({ reach, grant }: Held, actor: Actor, resource: Resource): boolean {
  switch (reach) {
    case "everywhere":
      return true;
    case "in_scope":
      return grant !== undefined && liesIn(grant.scope, resource.scope);
    case "own":
      return actor.kind === "account" && (resource.owners ?? []).includes(actor.id);
  }
}

const liesIn = (scope: string, path: string | undefined): boolean =>
  path === undefined ? isWhole(scope) : covers(scope, path);

/**
 * The right by which an actor may do this to a resource; undefined where it may not. A list may be
 * asked for by whoever may see any of its rows: which ones those are is `visibleTo`'s business.
 */
export function rightFor<Name extends Kind>(
  actor: Actor,
  act: ActOf<Name>,
  resource: Resource<Name>,
): Held | undefined {
  const held = rightsTo(actor, resource.kind, act);
  const fit = act === "list" ? held : held.filter((right) => reaches(right, actor, resource));
  // What one may in one's own name is not done in another's.
  return fit.find(({ grant }) => grant?.delegatedBy === undefined) ?? fit[0];
}

/** Whether an actor may do this to a resource. */
export const may = <Name extends Kind>(
  actor: Actor,
  act: ActOf<Name>,
  resource: Resource<Name>,
): boolean => rightFor(actor, act, resource) !== undefined;
