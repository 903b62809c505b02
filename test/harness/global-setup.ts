import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDb } from "../../src/store/db.ts";
import { homeFolder } from "../../src/store/home.ts";
import { newDatabase } from "../../src/store/ready-made.ts";
import { startCluster, type Cluster } from "./cluster.ts";
import { need, postgresqlFolder } from "./need.ts";

/** What every worker of the database project is told. */
export type AllEngines = {
  readonly cacheFolder: string;
  /** The private clusters, with %s for a database's name; or how to have one. */
  readonly postgresql: { urls: readonly string[] } | { cure: string };
};

declare module "vitest" {
  interface ProvidedContext {
    engines: AllEngines;
  }
}

export const templateDatabase = "zhibu_template";

/**
 * A cluster for each worker: a long transaction holds back what the whole cluster may seal, so
 * files that run beside each other must not share one.
 */
const clusterCount = 2;

/** Makes the embedded database once for all workers, and starts the clusters where it can. */
export default async function setup(project: TestProject): Promise<() => void> {
  const cacheFolder = join(homeFolder(), ".zhibu", "cache");
  const made = await newDatabase({ cacheFolder });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));

  const postgres = need("postgres");
  const bin = postgresqlFolder();
  if (bin === undefined) {
    project.provide("engines", { cacheFolder, postgresql: { cure: postgres.cure } });
    return () => undefined;
  }
  const clusters: Cluster[] = [];
  const stop = () => clusters.forEach((cluster) => cluster.stop());
  try {
    while (clusters.length < clusterCount) {
      const cluster = startCluster(bin);
      clusters.push(cluster);
      await makeTemplate(cluster.url);
    }
  } catch (cause) {
    stop();
    throw cause;
  }
  const urls = clusters.map((cluster) => cluster.url("%s"));
  project.provide("engines", { cacheFolder, postgresql: { urls } });
  return stop;
}

async function makeTemplate(url: (database: string) => string): Promise<void> {
  const { createDatabase } = await import("./databases.ts");
  await createDatabase(url("postgres"), templateDatabase, "template0");
  const opened = await openDb({ url: url(templateDatabase) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await opened.value.close();
}
