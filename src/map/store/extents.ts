import type { Bbox, Publisher } from "../../land/index.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";

type ExtentRow = { id: string; box: Bbox };

/** The box where each loaded layer speaks, in degrees. */
export async function listExtents(
  tx: Tx,
  { extents }: Publisher,
  layers: readonly string[],
): Promise<ReadonlyMap<string, Bbox>> {
  const { rows } = await tx.query<ExtentRow>(sql`
    select id, jsonb_build_array(st_xmin(coverage), st_ymin(coverage),
                                 st_xmax(coverage), st_ymax(coverage)) as box
      from ${extents} as extent
     where id = any(${[...layers]}::text[])`);
  return new Map(rows.map(({ id, box }) => [id, box]));
}
