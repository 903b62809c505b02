// Bundles what measures as the server is bundled, and runs it: loaders of sources add work of
// their own to every function that is made, and would be measured with the rest.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const home = join(import.meta.dirname, "../..");
const folder = join(home, ".zhibu", "bench");
const outfile = join(folder, "rules.mjs");

mkdirSync(folder, { recursive: true });
await build({
  absWorkingDir: home,
  entryPoints: ["test/bench/main.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
process.argv[1] = outfile;
await import(pathToFileURL(outfile).href);
