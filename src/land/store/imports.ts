import { sql, type Fragment } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import {
  type Findings,
  type ImportOrder,
  type ImportState,
  type LandImport,
  type LayerId,
} from "../contract.ts";
import type { RowFault } from "../model/files/table.ts";

export type StoredImport = LandImport & {
  readonly layer: LayerId;
  readonly district: string | null;
  readonly actor: string;
  readonly wanted: ImportOrder | null;
};

const columns = sql`
  id, layer, district, actor, wanted, state, at, done, total, findings, problem, change,
  refused_rows as "refusedRows",
  jsonb_build_object('name', name, 'bytes', bytes, 'sha256', sha256) as file`;

/** What the world is told of an import. */
export const toldImport = ({ district: _, actor: __, wanted: ___, ...told }: StoredImport) =>
  told satisfies LandImport;

export type NewImport = {
  readonly id: string;
  readonly layer: LayerId;
  readonly district: string | null;
  readonly actor: string;
  readonly name: string;
  readonly bytes: number;
};

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  const { id, layer, district, actor, name, bytes } = made;
  await tx.query(sql`
    insert into land.import (id, layer, district, name, bytes, actor, state)
    values (${id}, ${layer}, ${district}, ${name}, ${bytes}, ${actor}, 'receiving')`);
}

/** Keeps a part of the file, so that whichever node takes the work up has it. */
export async function putPart(tx: Tx, id: string, { part, bytes }: Part): Promise<void> {
  await tx.query(sql`
    insert into land.import_part (import, part, bytes) values (${id}, ${part}, ${bytes})
    on conflict (import, part) do update set bytes = excluded.bytes`);
}

export type Part = { readonly part: number; readonly bytes: Uint8Array };

/** How many bytes have come. */
export async function countBytes(tx: Tx, id: string): Promise<number> {
  const { rows } = await tx.query<{ bytes: number }>(sql`
    select coalesce(sum(length(bytes)), 0)::int8 as bytes
      from land.import_part where import = ${id}`);
  return rows[0]?.bytes ?? 0;
}

/** The bytes of a part; undefined where it has not come, or was dropped. */
export async function findPart(tx: Tx, id: string, part: number): Promise<Uint8Array | undefined> {
  const { rows } = await tx.query<{ bytes: Uint8Array }>(
    sql`select bytes from land.import_part where import = ${id} and part = ${part}`,
  );
  return rows[0]?.bytes;
}

export async function dropFile(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`delete from land.import_part where import = ${id}`);
}

const find = async (tx: Tx, id: string, lock: Fragment): Promise<StoredImport | undefined> =>
  (await tx.query<StoredImport>(sql`select ${columns} from land.import where id = ${id} ${lock}`))
    .rows[0];

export const findImport = (tx: Tx, id: string): Promise<StoredImport | undefined> =>
  find(tx, id, sql.empty);

/** The import, held until the transaction ends: nobody else moves it meanwhile. */
export const lockImport = (tx: Tx, id: string): Promise<StoredImport | undefined> =>
  find(tx, id, sql`for update`);

/** The district of an import as a path of organisations; null of the whole city's. */
export const scopeColumn = sql`left(district, 2) || '0000.' || district`;

export type ImportPage = {
  /** Which imports the one who asks may see. */
  readonly seen: Fragment;
  readonly limit: number;
  /** The import after which the page begins. */
  readonly after: string | undefined;
};

/** Imports, the latest first. */
export async function listImports(
  tx: Tx,
  { seen, limit, after }: ImportPage,
): Promise<StoredImport[]> {
  const isAfter =
    after === undefined
      ? sql`true`
      : sql`(at, id) < (select last.at, last.id from land.import as last where last.id = ${after})`;
  const { rows } = await tx.query<StoredImport>(sql`
    select ${columns} from land.import where ${seen} and ${isAfter}
     order by at desc, id desc limit ${limit}`);
  return rows;
}

export type ImportStep = {
  readonly state?: ImportState;
  readonly done?: number;
  readonly total?: number;
  readonly findings?: Findings;
  readonly wanted?: ImportOrder;
  readonly problem?: LandImport["problem"];
  readonly refusedRows?: number;
  readonly change?: string;
  readonly actor?: string;
  readonly sha256?: string;
};

const jsonOr = (value: unknown, column: Fragment): Fragment =>
  value === undefined ? column : sql`${JSON.stringify(value)}::jsonb`;

/** Moves an import on; what is not named stays. */
export async function moveImport(tx: Tx, id: string, step: ImportStep): Promise<void> {
  const { state, done, total, findings, wanted, problem, refusedRows, change } = step;
  const cleared = problem === null ? sql`null` : jsonOr(problem, sql`problem`);
  await tx.query(sql`
    update land.import
       set state = coalesce(${state ?? null}, state), done = coalesce(${done ?? null}::int, done),
           total = coalesce(${total ?? null}::int, total),
           findings = ${jsonOr(findings, sql`findings`)}, wanted = ${jsonOr(wanted, sql`wanted`)},
           problem = ${cleared},
           refused_rows = coalesce(${refusedRows ?? null}::int, refused_rows),
           change = coalesce(${change ?? null}::uuid, change),
           actor = coalesce(${step.actor ?? null}, actor),
           sha256 = coalesce(${step.sha256 ?? null}, sha256)
     where id = ${id}`);
}

export type Refused = { readonly number: number; readonly fault: RowFault };

export async function listRefusals(tx: Tx, id: string): Promise<Refused[]> {
  const { rows } = await tx.query<Refused>(
    sql`select number, fault from land.import_refusal where import = ${id} order by number`,
  );
  return rows;
}
