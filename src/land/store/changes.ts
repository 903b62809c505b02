import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import type { Change, ImportedFile, LayerId } from "../contract.ts";

/** A change as it is begun; its counts follow when it is through. */
export type NewChange = {
  readonly id: string;
  readonly layer: LayerId;
  readonly kind: Change["kind"];
  readonly actor: string;
  readonly reason: string;
  readonly validFrom: string;
  readonly source?: string | undefined;
  readonly dated?: string | undefined;
  readonly accuracy?: string | undefined;
  readonly file?: ImportedFile;
  readonly undoes?: string;
};

/** Begins a change of a layer that is locked: its time is after all that the lock waited for. */
export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  const { id, layer, kind, actor, reason, validFrom, source, dated, accuracy, file } = change;
  await tx.query(sql`
    insert into land.change (id, layer, kind, actor, reason, at, valid_from, source, dated,
                             accuracy, file, undoes, added, replaced, retired)
    values (${id}, ${layer}, ${kind}, ${actor}, ${reason}, clock_timestamp(), ${validFrom},
            ${source ?? null}, ${dated ?? null}, ${accuracy ?? null},
            ${file ? JSON.stringify(file) : null}::jsonb, ${change.undoes ?? null}, 0, 0, 0)`);
}

export type Counts = {
  readonly added: number;
  readonly replaced: number;
  readonly retired: number;
};

export async function putCounts(tx: Tx, id: string, counts: Counts): Promise<void> {
  const { added, replaced, retired } = counts;
  await tx.query(sql`
    update land.change set added = ${added}, replaced = ${replaced}, retired = ${retired}
     where id = ${id}`);
}

/** The columns in which a feature stands, the same in all tables that hold one. */
export const featureColumns = sql`
  layer, id, version, name_zh, name_en, geom, planar, area_dm2, properties, synthetic, valid_from,
  change`;

type Ending = {
  readonly change: string;
  /** The first day on which they no longer hold. */
  readonly day: Fragment;
  readonly which: Fragment;
};

/** Moves features that stand into the past; the answer is how many. */
export async function endFeatures(tx: Tx, { change, day, which }: Ending): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(sql`
    with ended as (
      delete from land.feature as feature where ${which} returning feature.*
    ), kept as (
      insert into land.feature_past (${featureColumns}, valid_to, ended_by)
      select ${featureColumns}, greatest(coalesce(valid_from, ${day}), ${day}), ${change}
        from ended
      returning 1
    )
    select count(*)::int as count from kept`);
  return rows[0]?.count ?? 0;
}

/** The number of the version that follows: none is ever given twice. */
export const nextVersion = (layer: Fragment, id: Fragment): Fragment => sql`
  1 + coalesce((select max(past.version) from land.feature_past as past
                 where past.layer = ${layer} and past.id = ${id}), 0)`;

/**
 * Keeps where the layer speaks by a change: around what it brought, or all of the district that it
 * is limited to, or all of the city.
 */
export async function putBroughtCoverage(
  tx: Tx,
  change: string,
  complete: { readonly district: string | null } | undefined,
): Promise<void> {
  const around = sql`
    select st_buffer(st_convexhull(st_collect(planar)), 1) as planar
      from land.feature where change = ${change} having count(*) > 0`;
  const whole = sql`
    select st_union(planar) as planar from land.feature
     where layer = 'districts' and id = coalesce(${complete?.district ?? null}::text, id)`;
  await tx.query(sql`
    update land.change
       set coverage_planar = hull.planar, coverage = st_transform(hull.planar, 4490)
      from (${complete ? whole : around}) as hull
     where id = ${change}`);
}

const changeColumns = sql`
  made.id, made.layer, made.kind, made.actor, made.reason, made.at, made.valid_from as "validFrom",
  made.source, made.dated, made.accuracy, made.file, made.added, made.replaced, made.retired,
  made.undoes, undoing.id as "undoneBy"`;

const changesWhere = (condition: Fragment, limit: number): Fragment => sql`
  select ${changeColumns}
    from land.change as made left join land.change as undoing on undoing.undoes = made.id
   where ${condition}
   order by made.at desc, made.id
   limit ${limit}`;

export async function listChanges(
  tx: Tx,
  { layer, limit }: { layer: string | undefined; limit: number },
): Promise<Change[]> {
  const condition = layer === undefined ? sql`true` : sql`made.layer = ${layer}`;
  return (await tx.query<Change>(changesWhere(condition, limit))).rows;
}

export async function findChange(tx: Tx, id: string): Promise<Change | undefined> {
  return (await tx.query<Change>(changesWhere(sql`made.id = ${id}`, 1))).rows[0];
}

/** One change of a layer at a time: a second one waits until the first is through. */
export async function lockLayer(tx: Tx, layer: LayerId): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`land.layer ${layer}`}))`);
}
