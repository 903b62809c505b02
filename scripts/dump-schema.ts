/** Writes db/schema.sql from the migrations: npx tsx scripts/dump-schema.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDb } from "../src/store/db.ts";
import { homeFolder } from "../src/store/home.ts";
import { openRefusalText } from "../src/store/problems.ts";
import { startCluster } from "../test/harness/cluster.ts";
import { need, postgresqlFolder } from "../test/harness/need.ts";
import { dumpSchema } from "../test/harness/schema-dump.ts";

const bin = postgresqlFolder();
if (bin === undefined)
  throw new Error(`PostgreSQL with PostGIS is needed: ${need("postgres").cure}`);

const cluster = startCluster(bin);
try {
  const url = cluster.url("postgres");
  const opened = await openDb({ url });
  if (!opened.ok) throw new Error(openRefusalText(opened.refusal).en);
  await opened.value.close();
  writeFileSync(join(homeFolder(), "db", "schema.sql"), dumpSchema(bin, url));
} finally {
  cluster.stop();
}
