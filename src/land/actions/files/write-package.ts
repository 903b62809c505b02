import initSqlite, { type Database, type SqlValue } from "sql.js";
import type { Cell } from "../../model/files/table.ts";
import { cellsIn, columnsOf, type ExportTable } from "../../model/files/write-table.ts";
import { writePackageShape } from "../../model/files/write-wkb.ts";
import { quotedName } from "./sqlite.ts";

const srid = 4490;
const definition =
  'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",' +
  'SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],' +
  'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]]';

/** What the form asks for, before there is any feature. */
const frame = `
  pragma application_id = 1196444487;
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  insert into gpkg_spatial_ref_sys values
    ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', null),
    ('Undefined geographic', 0, 'NONE', 0, 'undefined', null),
    ('China Geodetic Coordinate System 2000', ${srid}, 'EPSG', ${srid}, '${definition}', null);
  create table gpkg_contents (
    table_name text not null primary key, data_type text not null, identifier text unique,
    description text default '', last_change datetime not null
      default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x double, min_y double, max_x double, max_y double, srs_id integer);
  create table gpkg_geometry_columns (
    table_name text not null primary key, column_name text not null,
    geometry_type_name text not null, srs_id integer not null, z tinyint not null,
    m tinyint not null);`;

function typeOf(cells: readonly Cell[]): string {
  const stated = cells.filter((cell) => cell !== null);
  const all = (type: string): boolean =>
    stated.length > 0 && stated.every((cell) => typeof cell === type);
  if (all("boolean")) return "boolean";
  if (!all("number")) return "text";
  return stated.every(Number.isInteger) ? "integer" : "real";
}

const valueOf = (cell: Cell, type: string): SqlValue => {
  if (typeof cell === "boolean") return type === "text" ? String(cell) : Number(cell);
  return type === "text" && cell !== null ? String(cell) : cell;
};

function writeTable(db: Database, table: ExportTable): void {
  const { layer, features } = table;
  const columns = columnsOf(table);
  const rows = features.map((feature) => cellsIn(feature, columns));
  const types = columns.map((_, place) => typeOf(rows.map((row) => row[place] ?? null)));
  const declared = columns.map((name, place) => `${quotedName(name)} ${types[place]}`).join(", ");
  db.run("insert into gpkg_contents (table_name, data_type, identifier, srs_id) values (?,?,?,?)", [
    ...[layer, "features", layer],
    srid,
  ]);
  db.run("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)", [
    layer,
    srid,
  ]);
  db.run(`create table ${quotedName(layer)} (fid integer primary key, geom geometry, ${declared})`);
  const holes = columns.map(() => "?").join(", ");
  const insert = db.prepare(`insert into ${quotedName(layer)} values (null, ?, ${holes})`);
  features.forEach(({ geometry }, at) => {
    const values = rows[at]!.map((cell, place) => valueOf(cell, types[place]!));
    insert.run([writePackageShape(geometry, srid), ...values]);
  });
  insert.free();
}

/** A GeoPackage with a table for each layer. */
export async function writePackage(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const { Database: Opened } = await initSqlite();
  const db = new Opened();
  db.run(frame);
  db.run("begin");
  for (const table of tables) writeTable(db, table);
  db.run("commit");
  const bytes = db.export();
  db.close();
  return bytes;
}
