import initSqlite, { type Database, type SqlValue } from "sql.js";
import { cellsOf, nextRow } from "../../model/files/cells.ts";
import { FileBroken, type FileRow, type FileTable } from "../../model/files/table.ts";
import { readPackageShape } from "../../model/files/wkb.ts";
import { quotedName } from "./sqlite.ts";

type Found = {
  readonly table: string;
  readonly column: string;
  readonly key: string | null;
  readonly stated: string | null;
};

const first = (db: Database, query: string, values: SqlValue[] = []): SqlValue[] | undefined =>
  db.exec(query, values)[0]?.values[0];

/** The first table of features; views are left alone, because they run what they please. */
function findTable(db: Database): Found {
  const row = first(
    db,
    `select g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
       from gpkg_geometry_columns g
       join sqlite_master m on m.name = g.table_name and m.type = 'table'
       left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
      order by m.rowid`,
  );
  if (!row) throw new FileBroken("place_missing", "gpkg_geometry_columns");
  const [table, column, organisation, code, definition] = row.map(String);
  const key = first(db, "select name from pragma_table_info(?) where pk = 1", [table!]);
  const isCoded = organisation?.toUpperCase() === "EPSG";
  return {
    table: table!,
    column: column!,
    key: key ? String(key[0]) : null,
    stated: isCoded ? `EPSG:${code}` : /^(PROJ|GEO)/.test(definition ?? "") ? definition! : null,
  };
}

function placeOf(value: SqlValue | undefined): Pick<FileRow, "shape" | "fault"> {
  if (!(value instanceof Uint8Array)) return { shape: null, fault: null };
  const read = readPackageShape(value);
  if (read === "empty") return { shape: null, fault: null };
  if (read === "mixed") return { shape: null, fault: { code: "shape_mixed" } };
  return read ? { shape: read, fault: null } : { shape: null, fault: { code: "shape_unreadable" } };
}

/** The key that the format wants is no fact of the feature, unless it is all the id there is. */
function* rowsOf(db: Database, { table, column, key }: Found): Iterable<FileRow> {
  const statement = db.prepare(`select * from ${quotedName(table)}`);
  const names = statement.getColumnNames();
  let number = 0;
  try {
    while (statement.step()) {
      number = nextRow(number);
      const values = statement.get();
      const entries = names.flatMap((name, place) =>
        name === column || name === key ? [] : [[name, values[place]] as const],
      );
      yield { number, cells: cellsOf(entries), ...placeOf(values[names.indexOf(column)]) };
    }
  } finally {
    statement.free();
  }
}

/** A GeoPackage, opened in memory by SQLite: its first table of features. */
export async function openGeoPackage(bytes: Uint8Array): Promise<FileTable> {
  const { Database: Opened } = await initSqlite();
  const db = new Opened(bytes);
  try {
    const found = findTable(db);
    const { table, stated } = found;
    return {
      form: "geopackage",
      encoding: null,
      table,
      stated,
      rows: () => brokenOnFault(rowsOf(db, found)),
    };
  } catch (cause) {
    throw asBroken(cause);
  }
}

const asBroken = (cause: unknown): unknown =>
  cause instanceof FileBroken || !(cause instanceof Error)
    ? cause
    : new FileBroken("broken", `SQLite: ${cause.message.slice(0, 200)}`);

function* brokenOnFault(rows: Iterable<FileRow>): Iterable<FileRow> {
  try {
    yield* rows;
  } catch (cause) {
    throw asBroken(cause);
  }
}
