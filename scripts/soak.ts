/**
 * npm run soak: long trials, each with figures in docs/measured. Parts and bounds by words:
 * npm run soak -- fuzz kills properties --count 20000 --kills 50 --minutes 30 --on 2026-11-21
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { civilDateIn } from "../src/base/date.ts";
import { budgetSection } from "./soak/budgets.ts";
import { engines, type Engine } from "./soak/engine.ts";
import { fuzz } from "./soak/fuzz.ts";
import { kill } from "./soak/kills.ts";
import { startServer } from "./soak/process.ts";
import { fuzzSection, killSection, reportOf, type Section } from "./soak/report.ts";
import { root } from "./step.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "20000" },
    kills: { type: "string", default: "50" },
    runs: { type: "string", default: "100000" },
    minutes: { type: "string", default: "600" },
    seed: { type: "string", default: "zhibu" },
    engine: { type: "string", default: "" },
    on: { type: "string", default: civilDateIn("Asia/Shanghai", new Date()) },
  },
});
const { seed } = values;
const withinMs = Number(values.minutes) * 60_000;

async function fuzzOn(engine: Engine): Promise<Section[]> {
  const server = await startServer(engine.environment);
  const figures = await fuzz(server, { count: Number(values.count), seed, withinMs });
  await server.stop();
  return [fuzzSection(engine.name, figures), await budgetSection(engine)];
}

const killsOn = async (engine: Engine): Promise<Section[]> => [
  killSection(engine.name, await kill(engine, { kills: Number(values.kills), seed, withinMs })),
];

/** Every property that is tried a thousand times by the check, tried far more often. */
function properties(): Section[] {
  const env = { ...process.env, FC_RUNS: values.runs };
  const files = [
    "evaluate/engines",
    "evaluate/amounts",
    "evaluate/certainty",
    "case/write",
    "explain/change/why-not",
  ];
  const paths = files.map((name) => `src/rules/${name}.test.ts`);
  const words = ["run", "--project", "unit", "--testTimeout", "3600000", ...paths];
  const started = performance.now();
  const { status } = spawnSync("node_modules/.bin/vitest", words, { cwd: root, env });
  const seconds = Math.round((performance.now() - started) / 1_000);
  const ended = status === 0 ? "all held" : `ended with ${String(status)}`;
  return [{ title: `Properties, ${values.runs} runs each`, lines: [`- ${ended} (${seconds} s)`] }];
}

async function eachEngine(part: (engine: Engine) => Promise<Section[]>): Promise<Section[]> {
  const sections: Section[] = [];
  for (const engine of await engines()) {
    if (engine.name.includes(values.engine)) sections.push(...(await part(engine)));
    await engine.close();
  }
  return sections;
}

const parts: Readonly<Record<string, () => Promise<Section[]>>> = {
  fuzz: () => eachEngine(fuzzOn),
  kills: () => eachEngine(killsOn),
  properties: async () => properties(),
};

const sections: Section[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  sections.push(...((await parts[name]?.()) ?? []));
}
const folder = `${root}docs/measured`;
const file = `${folder}/${values.on}.md`;
mkdirSync(folder, { recursive: true });
const earlier = existsSync(file) ? readFileSync(file, "utf8") : "";
const report = await format(reportOf(values.on, sections, earlier), {
  parser: "markdown",
  printWidth: 100,
});
writeFileSync(file, report);
console.log(report);
