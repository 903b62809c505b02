import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDb } from "../../src/store/db.ts";
import { homeFolder } from "../../src/store/home.ts";
import { newDatabase } from "../../src/store/ready-made.ts";
import { startCluster } from "./cluster.ts";
import { need, postgresqlFolder } from "./need.ts";

/** What every test file of the database project is told. */
export type Engines = {
  readonly cacheFolder: string;
  /** The private cluster, with %s for a database's name; or how to have one. */
  readonly postgresql: { url: string } | { cure: string };
};

declare module "vitest" {
  interface ProvidedContext {
    engines: Engines;
  }
}

export const templateDatabase = "zhibu_template";

/** Makes the embedded database once for all workers, and starts the cluster where it can. */
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
  const cluster = startCluster(bin);
  try {
    await makeTemplate(cluster.url);
  } catch (cause) {
    cluster.stop();
    throw cause;
  }
  project.provide("engines", { cacheFolder, postgresql: { url: cluster.url("%s") } });
  return () => cluster.stop();
}

async function makeTemplate(url: (database: string) => string): Promise<void> {
  const { createDatabase } = await import("./databases.ts");
  await createDatabase(url("postgres"), templateDatabase, "template0");
  const opened = await openDb({ url: url(templateDatabase) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await opened.value.close();
}
