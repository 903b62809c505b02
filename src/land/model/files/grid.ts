import type { FileForm } from "../../contract.ts";
import { cellOf, nextRow } from "./cells.ts";
import { FileBroken, limits, type Cell, type FileRow, type FileTable } from "./table.ts";
import { readWkt } from "./wkt.ts";

/** Rows of cells under a heading, as CSV and Excel have them. */
export type Grid = {
  readonly form: FileForm;
  readonly encoding: string | null;
  readonly table: string | null;
  readonly rows: () => Iterable<readonly Cell[]>;
};

const wktNames = /^(wkt|geom|geometry|the_geom|shape|几何|图形)$/i;
const eastNames = /^(lon|lng|long|longitude|x|east|easting|point_x|经度|东经|横坐标|x坐标)$/i;
const northNames = /^(lat|latitude|y|north|northing|point_y|纬度|北纬|纵坐标|y坐标)$/i;

type Places =
  | { readonly by: "wkt"; readonly column: number }
  | { readonly by: "columns"; readonly east: number; readonly north: number };

/** Which columns say where a row lies. */
function placesIn(heading: readonly string[]): Places {
  const wkt = heading.findIndex((name) => wktNames.test(name));
  if (wkt >= 0) return { by: "wkt", column: wkt };
  const east = heading.findIndex((name) => eastNames.test(name));
  const north = heading.findIndex((name) => northNames.test(name));
  if (east >= 0 && north >= 0) return { by: "columns", east, north };
  throw new FileBroken("place_missing", heading.join(", ").slice(0, 200));
}

function readHeading(grid: Grid): string[] {
  for (const row of grid.rows()) {
    const names = row.map((cell, place) => String(cell ?? "").trim() || `column_${place + 1}`);
    if (names.length > limits.columns) {
      throw new FileBroken("too_many_columns", `${names.length} > ${limits.columns}`);
    }
    return names.map((name, place) =>
      names.indexOf(name) === place ? name : `${name}_${place + 1}`,
    );
  }
  throw new FileBroken("rows_missing", grid.form);
}

const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

type Placed = Pick<FileRow, "shape" | "fault">;
const nowhere: Placed = { shape: null, fault: null };
const unreadable = (detail: string): Placed => ({
  shape: null,
  fault: { code: "shape_unreadable", detail: detail.slice(0, 100) },
});

function placeOf(row: readonly Cell[], places: Places): Placed {
  if (places.by === "wkt") {
    const cell = row[places.column];
    if (isBlank(cell)) return nowhere;
    const { shape } = readWkt(String(cell));
    if (shape === "mixed") return { shape: null, fault: { code: "shape_mixed" } };
    return shape ? { shape, fault: null } : unreadable(String(cell));
  }
  const [x, y] = [row[places.east], row[places.north]];
  if (isBlank(x) && isBlank(y)) return nowhere;
  const [east, north] = [isBlank(x) ? NaN : Number(x), isBlank(y) ? NaN : Number(y)];
  if (!Number.isFinite(east + north)) return unreadable(`${x}, ${y}`);
  return { shape: { type: "Point", coordinates: [east, north] }, fault: null };
}

function* rowsOf(grid: Grid, heading: readonly string[], places: Places): Iterable<FileRow> {
  const placing = places.by === "wkt" ? [places.column] : [];
  let number = -1;
  for (const row of grid.rows()) {
    number = nextRow(number);
    if (number === 0 || row.every(isBlank)) continue;
    if (row.length > heading.length && !row.slice(heading.length).every(isBlank)) {
      const fault = {
        code: "row_unreadable",
        detail: `${row.length} > ${heading.length}`,
      } as const;
      yield { number, cells: new Map(), shape: null, fault };
      continue;
    }
    const cells = new Map(
      heading.flatMap((name, at) =>
        placing.includes(at) ? [] : [[name, cellOf(row[at] === "" ? null : row[at])] as const],
      ),
    );
    yield { number, cells, ...placeOf(row, places) };
  }
}

/** The system that the first rows of WKT name, where they do. */
function statedIn(grid: Grid, places: Places): string | null {
  if (places.by !== "wkt") return null;
  let seen = 0;
  for (const row of grid.rows()) {
    seen += 1;
    if (seen === 1) continue;
    const srid = readWkt(String(row[places.column] ?? "")).srid;
    if (srid) return `EPSG:${srid}`;
    if (seen > 20) break;
  }
  return null;
}

export function openGrid(grid: Grid): FileTable {
  const heading = readHeading(grid);
  const places = placesIn(heading);
  const { form, encoding, table } = grid;
  const stated = statedIn(grid, places);
  return { form, encoding, table, stated, rows: () => rowsOf(grid, heading, places) };
}
