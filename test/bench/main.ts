/** What `zhibu bench rules` starts: measures, and writes one line of JSON. */
import { execFile } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { bilingual } from "../../src/base/message.ts";
import { coldPart, isCold, measureFirst } from "./cold.ts";
import { libraryPart } from "./library.ts";
import { readPack } from "./pack.ts";
import { contestParts, toolboxPart, type Contested } from "./rules.ts";
import { markdownOf, textOf, type Measured, type Part } from "./table.ts";

const { values } = parseArgs({
  options: {
    home: { type: "string", default: process.cwd() },
    rounds: { type: "string", default: "15" },
    part: { type: "string" },
  },
});
const { home, rounds, part } = values;
const packs = join(home, "packs");
const script = process.argv[1] ?? "";

const parts: Readonly<Record<string, () => Promise<Contested>>> = {
  contest: async () => contestParts(await orderOf()),
  toolbox: async () => only(await toolboxPart(await orderOf())),
  library: async () =>
    only(await libraryPart(await readPack(packs, "beijing"), join(packs, "beijing"))),
};

const only = (one: Part): Contested => ({ parts: [one], missing: [] });

const orderOf = async () => ({
  pack: await readPack(packs, "beijing"),
  folder: join(home, "test/bench/peers"),
  timing: { rounds: Number(rounds), leastMicros: 30_000 },
});

const run = promisify(execFile);

/** In a process of its own: what one part has warmed up or filled is no part of another. */
async function apart(name: string): Promise<string> {
  process.stderr.write(`${name}\n`);
  const words = [script, "--home", home, "--rounds", rounds, "--part", name];
  return (await run(process.execPath, words)).stdout;
}

async function measure(): Promise<Measured> {
  const measured: Contested[] = [];
  for (const name of Object.keys(parts)) measured.push(JSON.parse(await apart(name)) as Contested);
  const cold = await coldPart(apart);
  const load = loadavg()
    .map((figure) => figure.toFixed(1))
    .join(" ");
  const cores = availableParallelism();
  return {
    parts: [...measured.flatMap((one) => one.parts), cold],
    missing: measured.flatMap((one) => one.missing),
    machine: bilingual(
      `Node ${process.version}，${cores} 核，负载 ${load}；时间为处理器给本进程的时间，各轮交错，取中位数`,
      `Node ${process.version}, ${cores} cores, load ${load}; times are those that processors ` +
        "gave to the process, medians of interleaved rounds.",
    ),
  };
}

async function whole(): Promise<string> {
  const measured = await measure();
  const text = { zh: textOf(measured, "zh"), en: textOf(measured, "en") };
  return JSON.stringify({ measured, text, markdown: markdownOf(measured) });
}

async function partOf(name: string): Promise<string> {
  return isCold(name)
    ? String(await measureFirst(packs, name))
    : JSON.stringify(await parts[name]!());
}

process.stdout.write(`${part === undefined ? await whole() : await partOf(part)}\n`);
