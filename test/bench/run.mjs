// Bundles what measures as the server is bundled, and runs it: loaders of sources add work of
// their own to every function that is made, and would be measured with the rest.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const home = join(import.meta.dirname, "../..");
const folder = join(home, ".zhibu", "bench");
const what = process.argv[2] === "map" ? "map" : "rules";
const entries =
  what === "map"
    ? { map: "test/bench/map/main.ts", "map-server": "test/bench/map/server.ts" }
    : { rules: "test/bench/main.ts" };
const outfile = join(folder, `${what}.mjs`);

mkdirSync(folder, { recursive: true });
await build({
  absWorkingDir: home,
  entryPoints: entries,
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
process.argv[1] = outfile;
if (process.argv[2] === what) process.argv.splice(2, 1);
await import(pathToFileURL(outfile).href);
