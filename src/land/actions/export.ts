import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/transaction.ts";
import { maxExportFeatures, type FileForm } from "../contract.ts";
import type { FileRefusal } from "../model/files/table.ts";
import type { ExportTable } from "../model/files/write-table.ts";
import { layerNamed } from "../model/layer-named.ts";
import type { ImportRefusal, MapRefusal } from "../model/refusals.ts";
import { listExported } from "../store/features.ts";
import { askFileThread } from "./files/file-thread.ts";
import { readBbox } from "./map.ts";

/** What is to be written: layers, and which of their features. */
export type ExportOrder = {
  readonly layers: readonly string[];
  readonly bbox?: string | undefined;
  readonly asOf?: string | undefined;
  readonly class?: string | undefined;
};

/** The features that go into a file, layer by layer. */
export async function readTables(
  tx: Tx,
  order: ExportOrder,
): Promise<Decision<ExportTable[], ImportRefusal | MapRefusal>> {
  const box = order.bbox === undefined ? undefined : readBbox(order.bbox);
  if (box && !box.ok) return box;
  const tables: ExportTable[] = [];
  let left = maxExportFeatures;
  for (const word of new Set(order.layers)) {
    const named = layerNamed(word);
    if (!named.ok) return named;
    const layer = named.value;
    const { asOf, class: kind } = order;
    const asked = { layer, bbox: box?.value, limit: left + 1, asOf, class: kind };
    const features = await listExported(tx, asked);
    left -= features.length;
    if (left < 0) return refuse({ code: "export_too_large", limit: maxExportFeatures });
    tables.push({ layer, features });
  }
  return accept(tables);
}

/** Writes a file in a thread of its own. */
export async function writeTables(
  form: FileForm,
  tables: readonly ExportTable[],
): Promise<Decision<Uint8Array, FileRefusal>> {
  const answer = await askFileThread({ kind: "write", form, tables }, { limitSeconds: 25 });
  return answer.ok ? accept(answer.value as Uint8Array) : answer;
}

/** How a file of each form is called and served. */
export const formFacts: Readonly<Record<FileForm, { ending: string; media: string }>> = {
  geojson: { ending: "geojson", media: "application/geo+json" },
  geopackage: { ending: "gpkg", media: "application/geopackage+sqlite3" },
  shapefile: { ending: "shp.zip", media: "application/zip" },
  csv: { ending: "csv", media: "text/csv; charset=utf-8" },
  excel: {
    ending: "xlsx",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
};
