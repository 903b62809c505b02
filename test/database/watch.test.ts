import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { operationsGauges } from "../../src/operations/gauges.ts";
import { system } from "../../src/store/actor.ts";
import { homeFolder } from "../../src/store/home.ts";
import { sql } from "../../src/store/sql.ts";
import { embeddedDb, emptyTables } from "../harness/engines.ts";
import { serveTrialRoom } from "../harness/trial-room.ts";

type Dashboard = { panels: { title: string; targets: { expr: string }[] }[] };
type Alerts = {
  groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
};

const told = (name: string): string =>
  readFileSync(join(homeFolder(), "docs", "operations", name), "utf8");
const dashboard = JSON.parse(told("dashboard.json")) as Dashboard;
const alerts = parse(told("alerts.yaml")) as Alerts;

const panelText = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
const rules = alerts.groups.flatMap((group) => group.rules);

/** The names of metrics in an expression; words of the query language are none. */
const metricsIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(?:zhibu|http|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);

/** What the program answers at /metrics, with one backup noted. */
async function exported(): Promise<Set<string>> {
  const db = await embeddedDb();
  await emptyTables(db);
  await db.transaction(system("test"), (tx) =>
    tx.query(sql`
      insert into operations.backup (at, file, row_count, size_bytes, encrypted)
      values (now(), 'zhibu-now.zhibu', 1, 1, false)`),
  );
  const options = { clock: () => new Date(), chains: [], folder: tmpdir() };
  const app = await serveTrialRoom({ gauges: operationsGauges(db, options) });
  await app.inject("/t/bug");
  const { body } = await app.inject("/metrics");
  await app.close();
  return new Set([...body.matchAll(/^([a-z0-9_]+)(?:\{| )/gm)].map(([, name = ""]) => name));
}

test("every metric that the dashboard and the alerts name is exported", async () => {
  const named = [...panelText, ...rules.map(({ expr }) => expr)].flatMap(metricsIn);
  const known = await exported();
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  expect(new Set(named).size).toBeGreaterThan(10);
});

test("every metric of our own stands on the dashboard", async () => {
  const shown = new Set(panelText.flatMap(metricsIn));
  const own = [...(await exported())].filter((name) => /^(zhibu|http)_/.test(name));
  const unseen = own.filter((name) => !shown.has(name) && !/_(bucket|sum|count)$/.test(name));
  expect(unseen).toEqual([]);
  expect(own.length).toBeGreaterThan(10);
});

test("panels and alerts are said in both languages", () => {
  const texts = [
    ...dashboard.panels.map(({ title }) => title),
    ...rules.map(({ annotations }) => annotations.summary),
  ];
  expect(texts.filter((text) => !/\p{Script=Han}.* · [A-Za-z]/u.test(text))).toEqual([]);
});
