import { bilingual, type Bilingual } from "../../src/base/message.ts";
import { evaluate, type EngineName } from "../../src/rules/index.ts";
import { drawProjects } from "./cases.ts";
import { medianOf, spentMicros } from "./clock.ts";
import { reporterByHand } from "./hand/report.ts";
import { spokenPart } from "./hand/spoken.ts";
import { asOf, readPack } from "./pack.ts";
import type { Part } from "./table.ts";

const runs = 5;
const most = 20;

const names = ["zhibu", "zhibu, generated code", "loop by hand"] as const;
type Name = (typeof names)[number];

const shown: Record<Name, Bilingual> = {
  zhibu: bilingual("织补", "zhibu"),
  "zhibu, generated code": bilingual("织补（生成代码）", "zhibu, generated code"),
  "loop by hand": bilingual("手写循环", "loop by hand"),
};

const engines: Partial<Record<Name, EngineName>> = {
  zhibu: "closures",
  "zhibu, generated code": "generated",
};

export const isCold = (part: string): part is Name => names.some((name) => name === part);

/** The first report of this process, in milliseconds; the pack is compiled, and nothing has run. */
export async function measureFirst(packs: string, name: Name): Promise<number> {
  const program = spokenPart((await readPack(packs, "beijing")).program);
  const [project] = drawProjects(program, { seed: "zhibu", count: 1, listed: [1, 3] });
  const engine = engines[name];
  const hand = engine ? undefined : reporterByHand(program);
  const start = spentMicros();
  if (hand) hand(project!);
  else evaluate(program, project!.facts, { asOf, ...(engine && { engine }) });
  return (spentMicros() - start) / 1000;
}

/** `apart` runs a part of the measuring in a process of its own. */
export async function coldPart(apart: (part: string) => Promise<string>): Promise<Part> {
  const rows = [];
  for (const name of names) {
    const figures: number[] = [];
    for (let time = 0; time < runs; time++) figures.push(Number(await apart(name)));
    const bar = engines[name] ? { most } : {};
    rows.push({ name: shown[name], figure: medianOf(figures), unit: "ms" as const, ...bar });
  }
  return {
    title: bilingual("编译后的第一份完整报告", "The first full report after compiling"),
    lines: [`The median of ${runs} processes, each of which makes one report and ends.`],
    rows,
  };
}
