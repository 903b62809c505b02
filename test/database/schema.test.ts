import { onPostgresqlName } from "../harness/engines.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { homeFolder } from "../../src/store/home.ts";
import { templateDatabase } from "../harness/global-setup.ts";
import { postgresqlFolder } from "../harness/need.ts";
import { dumpSchema } from "../harness/schema-dump.ts";
import { ownEngines } from "../harness/own-engines.ts";

const { postgresql } = ownEngines();
const bin = postgresqlFolder();

test.skipIf(!("url" in postgresql))(
  onPostgresqlName(
    "db/schema.sql is what the migrations make (refresh: npx tsx scripts/dump-schema.ts)",
  ),
  () => {
    if (!("url" in postgresql) || bin === undefined) return;
    const told = readFileSync(join(homeFolder(), "db", "schema.sql"), "utf8");
    expect(dumpSchema(bin, postgresql.url.replace("%s", templateDatabase))).toBe(told);
  },
);
