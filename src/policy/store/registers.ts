import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { RegisterVersion } from "../model/register.ts";

/** A version as it is kept: from which file, and when. */
export type KeptVersion = RegisterVersion & {
  readonly version: number;
  readonly source: { readonly name: string; readonly sha256: string } | undefined;
  readonly importedAt: string;
};

type Row = {
  version: number;
  register: string;
  state: RegisterVersion["state"];
  issuer: string;
  dated: string;
  entries: string[];
  figures: Record<string, string> | null;
  source_name: string | null;
  source_sha256: string | null;
  imported_at: string;
};

const toVersion = ({ figures, source_name, source_sha256, imported_at, ...row }: Row) => ({
  ...row,
  ...(figures && { figures }),
  source:
    source_name === null || source_sha256 === null
      ? undefined
      : { name: source_name, sha256: source_sha256 },
  importedAt: imported_at,
});

/** Keeps one more version of a register, which is in force from then on. */
export async function appendVersion(
  tx: Tx,
  { source, importedAt, ...version }: Omit<KeptVersion, "version">,
): Promise<void> {
  const { register, state, issuer, dated, entries, figures } = version;
  await tx.query(sql`
    insert into policy.register_version
      (register_id, state, issuer, dated, entries, figures, source_name, source_sha256, imported_at)
    values (${register}, ${state}, ${issuer}, ${dated}, ${sql.json(entries)},
            ${figures ? sql.json(figures) : null}, ${source?.name ?? null},
            ${source?.sha256 ?? null}, ${importedAt})`);
}

const columns = sql`version_id as version, register_id as register, state, issuer, dated, entries,
                    figures, source_name, source_sha256, imported_at`;

/** The newest version of each register that was ever imported. */
export async function versionsInForce(tx: Tx): Promise<KeptVersion[]> {
  const { rows } = await tx.query<Row>(sql`
    select distinct on (register_id) ${columns}
      from policy.register_version
     order by register_id, version_id desc`);
  return rows.map(toVersion);
}

/** Every version of one register, newest first. */
export async function versionsOf(tx: Tx, register: string): Promise<KeptVersion[]> {
  const { rows } = await tx.query<Row>(sql`
    select ${columns}
      from policy.register_version
     where register_id = ${register}
     order by version_id desc`);
  return rows.map(toVersion);
}

/** Keeps others from adding a version until this transaction ends. */
export async function holdVersions(tx: Tx): Promise<void> {
  await tx.query(sql`lock table policy.register_version in share row exclusive mode`);
}

/** Grows with every version that is kept: whoever remembers it knows whether to read again. */
export async function versionMark(tx: Tx): Promise<number> {
  const { rows } = await tx.query<{ mark: number }>(sql`
    select coalesce(max(version_id), 0) as mark from policy.register_version`);
  return rows[0]?.mark ?? 0;
}

/** Stored evaluations that have not expired and wait for a register or text, newest first. */
export async function evaluationsWaiting(
  tx: Tx,
  {
    register,
    at,
    limit,
  }: { readonly register: string; readonly at: string; readonly limit: number },
): Promise<
  readonly { readonly asOf: string; readonly facts: unknown; readonly answers: unknown }[]
> {
  const { rows } = await tx.query<{ asOf: string; facts: unknown; answers: unknown }>(sql`
    select as_of as "asOf", facts, answers
      from policy.evaluation
     where expires_at > ${at}
       and jsonb_path_exists(
             answers,
             '$.report.verdicts[*].missing[*] ? (@.kind != "fact" && @.id == $id)',
             jsonb_build_object('id', ${register}::text))
     order by created_at desc
     limit ${limit}`);
  return rows;
}
