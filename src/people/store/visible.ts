import type { Actor } from "../../base/actor.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import { rightsTo, type Held } from "../model/rights.ts";
import type { ActOf, Kind } from "../model/rights-table.ts";
import { isWhole } from "../model/scope.ts";

/** The columns by which a table says whose a row is, and where it belongs. */
export type RightsColumns = {
  readonly scope?: Fragment;
  readonly owners?: readonly Fragment[];
};

/** The rows of a kind that an actor may see: a condition for every list, count and export. */
export function visibleTo<Name extends Kind>(
  actor: Actor,
  kind: Name,
  columns: RightsColumns,
): Fragment {
  const held = rightsTo(actor, kind, "list" as ActOf<Name>);
  return sql.or(held.map((right) => conditionOf(right, actor, columns)));
}

function conditionOf({ reach, grant }: Held, actor: Actor, columns: RightsColumns): Fragment {
  switch (reach) {
    case "everywhere":
      return sql`true`;
    case "in_scope":
      return columns.scope && grant ? inScope(columns.scope, grant.scope) : nothing;
    case "own":
      return actor.kind === "account" ? ownedBy(columns.owners ?? [], actor.id) : nothing;
  }
}

const nothing = sql`false`;

function inScope(column: Fragment, scope: string): Fragment {
  const below = sql`starts_with(${column} || '.', ${`${scope}.`})`;
  return isWhole(scope) ? sql.or([sql`${column} is null`, below]) : below;
}

const ownedBy = (columns: readonly Fragment[], id: string): Fragment =>
  sql.or(columns.map((column) => sql`${column} = ${id}`));
