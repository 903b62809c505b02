import { appendEvent } from "../../store/event.ts";
import { sql } from "../../store/sql.ts";
import type { Tx } from "../../store/transaction.ts";
import { boxesOf } from "../store/changed-layer.ts";

/** Tells the map which places a change touched: what stands by it, and what it ended. */
export async function tellChange(
  tx: Tx,
  { change, layer }: { readonly change: string; readonly layer: string },
): Promise<void> {
  const boxes = await boxesOf(
    tx,
    sql`select geom from land.feature where change = ${change}
        union all select geom from land.feature_past where ended_by = ${change}
        union all
        select back.geom
          from land.change as undoing
          join land.feature_past as past on past.ended_by = undoing.id
          join land.feature as back on back.layer = past.layer and back.id = past.id
         where undoing.id = ${change}`,
  );
  await appendEvent(tx, {
    room: "land",
    kind: "features_changed",
    subject: layer,
    detail: { boxes },
  });
}
