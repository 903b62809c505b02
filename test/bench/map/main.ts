/** What `zhibu bench map` starts: measures, and writes one line of JSON. */
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { bilingual } from "../../../src/base/message.ts";
import { sql } from "../../../src/store/sql.ts";
import { markdownOf, textOf, type Measured, type Part } from "../table.ts";
import { lackOfMapServer } from "./mapserver.ts";
import { editPart, pagesPart } from "./pages.ts";
import { me, openStage, type Stage } from "./stage.ts";
import { contestPart, tilesPart } from "./tiles.ts";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    tiles: { type: "string", default: "100" },
    connections: { type: "string", default: "4" },
  },
});

const heading = ["## The map beside MapServer", "", "`npx zhibu bench map`", ""];

async function machineOf({ db }: Stage) {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ city: string | null; buildings: number; features: number }>(sql`
      select (select generated->>'size' from land.city limit 1) as city,
             count(*) filter (where layer = 'buildings') as buildings, count(*) as features
        from land.feature`),
  );
  const { city, buildings, features } = rows[0]!;
  const load = loadavg()
    .map((figure) => figure.toFixed(1))
    .join(" ");
  const cores = availableParallelism();
  return bilingual(
    `${city} 规模，${buildings} 栋房屋，${features} 个要素；Node ${process.version}，${cores} 核，负载 ${load}；时间为经过的时间。`,
    `Size ${city}: ${buildings} buildings, ${features} features. Node ${process.version}, ` +
      `${cores} cores, load ${load}; times are those that passed.`,
  );
}

async function measure(stage: Stage, limit: number): Promise<Measured> {
  const step = async (name: string, work: () => Promise<Part>): Promise<Part> => {
    process.stderr.write(`${name}\n`);
    return work();
  };
  const lack = await lackOfMapServer();
  const parts = [
    await step("tiles", () => tilesPart(stage, limit)),
    ...(lack === undefined ? [await step("contest", () => contestPart(stage, limit))] : []),
    await step("pages", () => pagesPart(stage, limit)),
    await step("edits", () => editPart(stage, limit)),
  ];
  const missing = lack === undefined ? [] : [{ name: "MapServer", why: bilingual(lack, lack) }];
  return { parts, missing, machine: await machineOf(stage) };
}

const stage = await openStage(values.url ?? "", Number(values.connections));
try {
  const measured = await measure(stage, Number(values.tiles));
  const text = { zh: textOf(measured, "zh"), en: textOf(measured, "en") };
  const markdown = markdownOf(measured, heading);
  process.stdout.write(`${JSON.stringify({ measured, text, markdown })}\n`);
} finally {
  await stage.close();
}
