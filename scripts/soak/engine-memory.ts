/**
 * The embedded engine alone in a process: opens the folder that it is told, asks PostGIS one thing,
 * and tells its parent what that holds.
 */
import { PGlite } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { memoryOfProcess } from "./target.ts";

const folder = process.argv[2];
if (folder === undefined) throw new Error("this is given a folder");
const before = memoryOfProcess().mb;
const engine = await PGlite.create({ dataDir: folder, extensions: { postgis } });
await engine.exec("create extension if not exists postgis; select postgis_full_version()");
const told = {
  before,
  open: memoryOfProcess().mb,
  heap: Math.round(engine.Module.HEAP8.byteLength / 1_024 ** 2),
  buffers: Math.round(process.memoryUsage().arrayBuffers / 1_024 ** 2),
};
await engine.close();
process.send?.(told);
process.disconnect();
