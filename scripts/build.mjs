// Builds the server bundle and the browser app, each only when what it is made of has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

const shared = ["package-lock.json", "tsconfig.json", "scripts/build.mjs"];
const isSource = (path) => !/\.test\.tsx?$/.test(path);
const isContract = (path) => /^src\/[^/]+\/contract(\.ts$|\/)/.test(path);
const isPure = (path) => /^src\/(base|rules)\//.test(path);

/** What can be built: its sources, and the folder that it is built into. */
const products = {
  server: {
    folder: "dist",
    sources: () => [...shared, ...filesUnder("src").filter(isSource)],
    build: buildServer,
  },
  web: {
    folder: "web/dist",
    sources: () => [
      ...shared,
      ...filesUnder("web").filter(isSource),
      ...filesUnder("src").filter((path) => isSource(path) && (isContract(path) || isPure(path))),
    ],
    build: buildWeb,
  },
};

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !["dist", "node_modules"].includes(entry.name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

const stampOf = (folder) => join(root, folder, ".built-from");

function isProductFresh({ folder, sources }) {
  const stamp = stampOf(folder);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(sources());
}

/** Whether what was built (the server, or what is named) still matches its sources. */
export const isFresh = (name = "server") => isProductFresh(products[name]);

const serverOptions = {
  absWorkingDir: root,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "linked",
  logLevel: "warning",
};

async function buildServer(folder) {
  const { build } = await import("esbuild");
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    ...serverOptions,
    entryPoints: { main: "./src/main.ts", cli: "./src/cli.ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    splitting: true,
  });
  await build({
    ...serverOptions,
    entryPoints: {
      "pglite-worker": "./src/store/pglite/worker.ts",
      "library-worker": "./src/policy/actions/library-worker.ts",
      "file-worker": "./src/land/actions/files/file-worker.ts",
      "report-worker": "./src/policy/actions/report-worker.ts",
    },
    outdir: folder,
  });
}

async function buildWeb(folder) {
  const { build } = await import("vite");
  await build({
    configFile: join(root, "web/vite.config.ts"),
    root: join(root, "web"),
    build: { outDir: join(root, folder), emptyOutDir: true },
    logLevel: "error",
  });
}

/** Builds what is stale; says what it does and how long it took. */
export async function build() {
  for (const [name, product] of Object.entries(products)) {
    if (isProductFresh(product)) continue;
    const started = performance.now();
    const madeFrom = fingerprint(product.sources());
    rmSync(stampOf(product.folder), { force: true });
    await product.build(product.folder);
    mkdirSync(join(root, product.folder), { recursive: true });
    writeFileSync(stampOf(product.folder), madeFrom);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`构建 · built ${name} (${seconds} s)`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
