/**
 * npm run soak: long trials, each with figures in docs/measured. Parts and bounds by words:
 * npm run soak -- fuzz memory kills failover properties questions --count 20000 --kills 50
 * npm run soak -- properties --runs 100000 --of smallest.test.ts
 * npm run soak -- library --cases 10000000
 * npm run soak -- conflicts --count 10000 --size quarter --engine postgresql
 * npm run soak -- files --of "kill -9"
 * npm run soak -- city
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { civilDateIn } from "../src/base/date.ts";
import { citySizes } from "../src/land/index.ts";
import { postgresqlFolder } from "../test/harness/need.ts";
import { formatted } from "./formatted.ts";
import { budgetSection } from "./soak/budgets.ts";
import { measureCity } from "./soak/city.ts";
import { citySection } from "./soak/city/section.ts";
import { holdColumns, holdReform, readWhole } from "./soak/columns.ts";
import { columnSection, reformSection } from "./soak/columns/section.ts";
import { holdConflicts } from "./soak/conflicts.ts";
import { conflictSection } from "./soak/conflicts/section.ts";
import { engines, type Engine } from "./soak/engine.ts";
import { failOver } from "./soak/failover.ts";
import { failoverSection } from "./soak/failover/section.ts";
import { tryFiles } from "./soak/files.ts";
import { fileSection } from "./soak/files/section.ts";
import { fuzz } from "./soak/fuzz.ts";
import { kill } from "./soak/kills.ts";
import { measureLibrary } from "./soak/library.ts";
import { librarySection } from "./soak/library/section.ts";
import { measureMemory } from "./soak/memory.ts";
import { startServer } from "./soak/process.ts";
import { tryProperties } from "./soak/properties.ts";
import { countQuestions } from "./soak/questions.ts";
import { questionSection } from "./soak/questions/section.ts";
import {
  fuzzSection,
  killSection,
  memorySection,
  propertySection,
  reportOf,
  type Section,
} from "./soak/report.ts";
import { verify } from "./soak/verify.ts";
import { root } from "./step.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "20000" },
    kills: { type: "string", default: "50" },
    runs: { type: "string", default: "100000" },
    cases: { type: "string", default: "200" },
    minutes: { type: "string", default: "600" },
    seed: { type: "string", default: "zhibu" },
    engine: { type: "string", default: "" },
    of: { type: "string", default: "" },
    size: { type: "string", default: "quarter" },
    on: { type: "string", default: civilDateIn("Asia/Shanghai", new Date()) },
  },
});
const { seed, of } = values;
const withinMs = Number(values.minutes) * 60_000;

/** Behind a proxy, and with a key for second factors: what a city turns on is under fire, too. */
const whole = { ZHIBU_TRUST_PROXY: "on", ZHIBU_FACTOR_KEY: randomBytes(32).toString("hex") };

async function fuzzOn(engine: Engine): Promise<Section[]> {
  const server = await startServer({ ...engine.environment, ...whole });
  const figures = await fuzz(server, { count: Number(values.count), seed, withinMs });
  const trail = await verify(server);
  await server.stop();
  return [fuzzSection(engine.name, { ...figures, trail }), await budgetSection(engine)];
}

const killsOn = async (engine: Engine): Promise<Section[]> => [
  killSection(engine.name, await kill(engine, { kills: Number(values.kills), seed, withinMs })),
];

/** Files that are too large, false or made to harm, and a server killed over a large one. */
const filesOn = async (engine: Engine): Promise<Section[]> => [
  fileSection(engine.name, await tryFiles(engine, of)),
];

/** Only PostgreSQL has a replica: where it is missing, so is this part. */
async function failovers(): Promise<Section[]> {
  const bin = postgresqlFolder();
  return bin === undefined ? [] : [failoverSection(await failOver(bin))];
}

/** Every property that the check tries, or those of some files, tried far more often. */
const properties = async (): Promise<Section[]> => [
  propertySection(await tryProperties({ runs: Number(values.runs), withinMs, of }), of),
];

const questions = async (): Promise<Section[]> => [
  questionSection(await countQuestions({ count: Number(values.cases), seed, withinMs })),
];

/** Random polygons on every engine, held against areas that were worked out without a database. */
const conflictsOn = async (engine: Engine): Promise<Section[]> => {
  const size = citySizes.find((one) => one === values.size);
  if (!size) throw new Error(`--size is one of ${citySizes.join(", ")}`);
  const order = { count: Number(values.count), seed, size };
  return [conflictSection(await holdConflicts(engine, order))];
};

/** The library of a city, whole: about a minute for ten thousand cases. */
async function columns(): Promise<Section[]> {
  const whole = await readWhole(seed);
  return [columnSection(holdColumns(whole)), reformSection(holdReform(whole))];
}

/** Only PostgreSQL takes several nodes. The build is what runs on them. */
async function library(): Promise<Section[]> {
  const bin = postgresqlFolder();
  if (bin === undefined) return [];
  execFileSync(process.execPath, [`${root}scripts/build.mjs`], { stdio: "inherit" });
  const cli = `${root}dist/cli.mjs`;
  const cases = Number(values.cases);
  return [librarySection(await measureLibrary({ bin, cli, cases, seed }))];
}

/** Only PostgreSQL holds a whole city. */
async function city(): Promise<Section[]> {
  const bin = postgresqlFolder();
  return bin === undefined ? [] : [citySection(await measureCity(bin))];
}

async function eachEngine(part: (engine: Engine) => Promise<Section[]>): Promise<Section[]> {
  const sections: Section[] = [];
  const all = await engines();
  try {
    for (const engine of all.filter(({ name }) => name.includes(values.engine))) {
      sections.push(...(await part(engine)));
    }
  } finally {
    for (const engine of all) await engine.close();
  }
  return sections;
}

const parts: Readonly<Record<string, () => Promise<Section[]>>> = {
  fuzz: () => eachEngine(fuzzOn),
  memory: async () => [memorySection(await measureMemory())],
  kills: () => eachEngine(killsOn),
  files: () => eachEngine(filesOn),
  failover: failovers,
  properties,
  questions,
  columns,
  library,
  conflicts: () => eachEngine(conflictsOn),
  city,
};

const sections: Section[] = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  sections.push(...((await parts[name]?.()) ?? []));
}
const folder = `${root}docs/measured`;
const file = `${folder}/${values.on}.md`;
mkdirSync(folder, { recursive: true });
const earlier = existsSync(file) ? readFileSync(file, "utf8") : "";
const report = await formatted(file, reportOf(values.on, sections, earlier));
writeFileSync(file, report);
console.log(report);
if (sections.some(({ isBroken }) => isBroken)) process.exitCode = 1;
