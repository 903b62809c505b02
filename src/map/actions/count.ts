import type { Bbox, Publisher } from "../../land/index.ts";
import { appendEvent } from "../../store/event.ts";
import type { Tx } from "../../store/transaction.ts";
import { boxOf, tileAt } from "../model/grid.ts";
import { finestCellZoom } from "../model/policy.ts";
import { addUpCells, countFeatures, type CellRange } from "../store/cells.ts";
import type { MapChange } from "../model/kept-tiles.ts";

const world: Bbox = [-180, -85, 180, 85];

function rangeOf([west, south, east, north]: Bbox, zoom: number): CellRange {
  const first = tileAt([west, north], zoom);
  const last = tileAt([east, south], zoom);
  return { zoom, west: first.x, north: first.y, east: last.x, south: last.y };
}

/** The box of whole cells around another box. */
function boxAround({ zoom, west, north, east, south }: CellRange): Bbox {
  const [left, , , top] = boxOf({ z: zoom, x: west, y: north }, 0);
  const [, bottom, right] = boxOf({ z: zoom, x: east, y: south }, 0);
  return [left, bottom, right, top];
}

/** Counts anew, at every zoom, what a change may have moved; nothing where all is drawn. */
export async function recount(
  tx: Tx,
  publishers: readonly Publisher[],
  change: MapChange,
): Promise<boolean> {
  const publisher = publishers.find(({ layers }) => layers.some(({ id }) => id === change.layer));
  const layer = publisher?.layers.find(({ id }) => id === change.layer);
  const finest = layer && finestCellZoom(layer);
  if (!publisher || finest === undefined) return false;
  for (const box of change.boxes === "all" ? [world] : change.boxes) {
    const range = rangeOf(box, finest);
    await countFeatures(tx, publisher, { layer: change.layer, range, box: boxAround(range) });
    for (let zoom = finest - 1; zoom >= 0; zoom -= 1) {
      await addUpCells(tx, change.layer, rangeOf(box, zoom));
    }
  }
  const detail = change.boxes === "all" ? {} : { boxes: change.boxes };
  await appendEvent(tx, { room: "map", kind: "counted", subject: change.layer, detail });
  return true;
}
