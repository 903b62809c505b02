import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Where the code of a thread lies, seen from the code that starts it. */
export type WorkerCode = { readonly source: string; readonly built: string };

/** From sources the worker is TypeScript and needs tsx; in a bundle it lies beside this code. */
export function startWorker(
  from: string,
  { source, built }: WorkerCode,
  options: WorkerOptions = {},
): Worker {
  if (!from.endsWith(".ts")) return new Worker(new URL(built, from), options);
  const manifest = createRequire(from).resolve("tsx/package.json");
  const tsx = JSON.stringify(new URL("dist/esm/api/index.mjs", pathToFileURL(manifest)).href);
  const code = JSON.stringify(new URL(source, from).href);
  const start = `import(${tsx}).then(({ register }) => { register(); return import(${code}); });`;
  return new Worker(start, { ...options, eval: true });
}
