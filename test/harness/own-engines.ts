import { inject } from "vitest";

/** What a test file is told of the engines: the cluster is that of its own worker. */
export type Engines = {
  readonly cacheFolder: string;
  /** The private cluster, with %s for a database's name; or how to have one. */
  readonly postgresql: { url: string } | { cure: string };
};

/** The engines of this worker. */
export function ownEngines(): Engines {
  const { cacheFolder, postgresql } = inject("engines");
  if ("cure" in postgresql) return { cacheFolder, postgresql };
  const worker = Number(process.env["VITEST_POOL_ID"] ?? 1);
  const url = postgresql.urls[(worker - 1) % postgresql.urls.length] ?? postgresql.urls[0]!;
  return { cacheFolder, postgresql: { url } };
}
