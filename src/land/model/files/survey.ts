import type { Findings } from "../../contract.ts";
import type { CityOutline } from "./city-outline.ts";
import { ColumnCollector } from "./columns.ts";
import { ClueCollector, weighCrs } from "./evidence.ts";
import { positionsOf } from "./shape.ts";
import { FileBroken, limits, type FileTable } from "./table.ts";
import { keepable } from "./text.ts";

type Told = (rows: number) => void;

/** Rows between two words of progress. */
const between = 5_000;

/** Reads a whole file once and tells what is in it; nothing is kept of its rows. */
export function surveyFile(
  table: FileTable,
  city: CityOutline,
  tell: Told = () => undefined,
): Findings {
  const columns = new ColumnCollector();
  const clues = new ClueCollector(city);
  const shapes: Record<string, number> = {};
  let [rows, vertices] = [0, 0];
  for (const row of table.rows()) {
    rows += 1;
    const kind = row.shape?.type ?? "none";
    shapes[kind] = (shapes[kind] ?? 0) + 1;
    vertices += row.shape ? positionsOf(row.shape).length : 0;
    if (vertices > limits.vertices) {
      throw new FileBroken("too_many_vertices", `> ${limits.vertices}`);
    }
    columns.add(row);
    if (columns.count > limits.columns) {
      throw new FileBroken("too_many_columns", `> ${limits.columns}`);
    }
    clues.add(row);
    if (rows % between === 0) tell(rows);
  }
  if (rows === 0) throw new FileBroken("rows_missing", table.form);
  const { form, encoding, stated } = table;
  const crs = { stated: shortened(stated), ...weighCrs(clues.clues(), stated, city) };
  const name = table.table === null ? null : keepable(table.table);
  return { form, encoding, table: name, rows, vertices, shapes, ...columns.told(), crs };
}

/** A definition is long: its own name says enough. */
function shortened(stated: string | null): string | null {
  if (stated === null) return null;
  const name = /^\s*\w+\[\s*"([^"]{1,200})"/.exec(stated)?.[1];
  return keepable(name ?? stated.trim().slice(0, 200));
}
