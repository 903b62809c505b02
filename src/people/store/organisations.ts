import type { Tx } from "../../store/db.ts";
import { sql, type Fragment } from "../../store/sql.ts";
import type { Organisation, OrganisationKind } from "../contract/organisation.ts";
import type { InUse } from "../model/organisation.ts";
import { visibleTo } from "./visible.ts";

type OrganisationRow = {
  path: string;
  parent: string | null;
  kind: OrganisationKind;
  name_zh: string;
  name_en: string;
  version: number;
  closed_at: string | null;
};

const toOrganisation = (row: OrganisationRow): Organisation => ({
  path: row.path,
  parent: row.parent,
  kind: row.kind,
  title: { zh: row.name_zh, en: row.name_en },
  version: row.version,
  closedAt: row.closed_at,
});

const columns = sql`path, parent, kind, name_zh, name_en, version, closed_at`;

/** The condition that a path is the scope itself or below it. */
export const isUnder = (column: Fragment, scope: string): Fragment =>
  sql`starts_with(${column} || '.', ${`${scope}.`})`;

/** The organisations that the actor may see, in the order of the tree. */
export async function listOrganisations(
  tx: Tx,
  { under, closed = false }: { under?: string; closed?: boolean },
): Promise<Organisation[]> {
  const wanted = sql.and([
    visibleTo(tx.actor, "organisation", { scope: sql`path` }),
    ...(under === undefined ? [] : [isUnder(sql`path`, under)]),
    ...(closed ? [] : [sql`closed_at is null`]),
  ]);
  const { rows } = await tx.query<OrganisationRow>(
    sql`select ${columns} from people.organisation where ${wanted} order by path collate "C"`,
  );
  return rows.map(toOrganisation);
}

export async function findOrganisation(tx: Tx, path: string): Promise<Organisation | undefined> {
  const { rows } = await tx.query<OrganisationRow>(
    sql`select ${columns} from people.organisation where path = ${path}`,
  );
  return rows[0] && toOrganisation(rows[0]);
}

/** Locks an organisation for a change; whoever gives a role in it waits for the end of that. */
export async function lockOrganisation(tx: Tx, path: string): Promise<Organisation | undefined> {
  const { rows } = await tx.query<OrganisationRow>(
    sql`select ${columns} from people.organisation where path = ${path} for update`,
  );
  return rows[0] && toOrganisation(rows[0]);
}

/** Appends organisations, parents first; answers the paths of those that are new. */
export async function appendOrganisations(
  tx: Tx,
  made: readonly Pick<Organisation, "path" | "parent" | "kind" | "title">[],
  now: Date,
): Promise<string[]> {
  const lines = made.map(({ title, ...one }) => ({ ...one, zh: title.zh, en: title.en }));
  const { rows } = await tx.query<{ path: string }>(sql`
    insert into people.organisation (path, parent, kind, name_zh, name_en, created_at)
    select path, parent, kind, zh, en, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${sql.json(lines)})
        as line (path text, parent text, kind text, zh text, en text)
    on conflict (path) do nothing
    returning path`);
  return rows.map(({ path }) => path);
}

/** Writes the name and the closing of an organisation, as its next version. */
export async function putOrganisation(
  tx: Tx,
  { path, title, closedAt }: Pick<Organisation, "path" | "title" | "closedAt">,
): Promise<void> {
  await tx.query(sql`
    update people.organisation
       set name_zh = ${title.zh}, name_en = ${title.en}, closed_at = ${closedAt},
           version = version + 1
     where path = ${path}`);
}

/** What is open below an organisation, and which roles are held over it or below it. */
export async function countInUse(tx: Tx, path: string): Promise<InUse> {
  const { rows } = await tx.query<InUse>(sql`
    select (select count(*)
              from people.organisation
             where parent = ${path} and closed_at is null) as organisations,
           (select count(*)
              from people.role_grant
             where withdrawn_at is null and ${isUnder(sql`scope`, path)}) as grants`);
  return rows[0] ?? { organisations: 0, grants: 0 };
}
