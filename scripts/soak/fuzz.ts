import { Agent } from "node:http";
import { drawsOf, type Draws } from "../../src/land/generate/draw.ts";
import { breakPlan } from "./break.ts";
import { faultsOf, isBudget } from "./judge.ts";
import { operationsOf, planOf, type Document, type Operation } from "./plan.ts";
import type { Lexicon } from "./schema.ts";
import { send, type Answer, type Shot } from "./shot.ts";
import { halfWritten, type Target } from "./target.ts";
import { lexiconOf, visitorsOf, type Line, type Visitor } from "./visitor.ts";

export type FuzzOrder = {
  readonly count: number;
  readonly seed: string;
  /** A run that takes longer ends early, and its figures say how far it came. */
  readonly withinMs?: number;
};

export type FuzzFigures = {
  readonly requests: number;
  readonly operations: number;
  readonly visitors: readonly string[];
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  /** Batches of refused requests after which every table was counted again. */
  readonly countedBatches: number;
  readonly busy: number;
  readonly times: Times;
  /** The requests that took longest, with their milliseconds. */
  readonly slowest: readonly string[];
  readonly peakMb: number;
  readonly faults: readonly string[];
};

export type Times = { p50: number; p95: number; p99: number; max: number };

const batchSize = 20;
const atOnce = 4;
/** Sessions are closed and accounts disabled under fire: all enter again after so many batches. */
const anewEvery = 10;

/** Figures as they grow during a run. */
type Tally = {
  readonly faults: string[];
  readonly shots: { ms: number; shot: Shot }[];
  readonly byStatus: Record<string, number>;
  readonly byKind: Record<string, number>;
  countedBatches: number;
  busy: number;
};

type Field = {
  readonly line: Line;
  readonly operations: readonly Operation[];
  readonly lexicon: Lexicon;
  readonly draws: Draws;
};

/** Fires requests that follow from the seed alone, and holds every answer against the rules. */
export async function fuzz(target: Target, order: FuzzOrder): Promise<FuzzFigures> {
  const { count, seed, withinMs = Number.POSITIVE_INFINITY } = order;
  const until = performance.now() + withinMs;
  const line = { url: target.url, agent: new Agent({ keepAlive: true, maxSockets: atOnce }) };
  const document = (await (await fetch(`${target.url}/api/openapi.json`)).json()) as Document;
  const operations = operationsOf(document);
  const field = { line, operations, lexicon: await lexiconOf(line), draws: drawsOf(seed, "", "") };
  const tally = emptyTally();
  let visitors: readonly Visitor[] = [];
  const names = new Set<string>();
  let fired = 0;
  for (let batch = 0; fired < count && performance.now() < until; batch += 1) {
    if (batch % anewEvery === 0) visitors = await visitorsOf(line);
    for (const { name } of visitors) names.add(name);
    const shots = shotsOf(field, visitors, Math.min(batchSize, count - fired));
    await fireBatch(target, { shots, line }, tally);
    fired += shots.length;
  }
  line.agent.destroy();
  const { shots, ...told } = tally;
  return {
    ...told,
    ...{ requests: fired, operations: operations.length, visitors: [...names] },
    ...{
      times: timesOf(shots.map(({ ms }) => ms)),
      slowest: slowestOf(shots),
      peakMb: await target.peakMb(),
    },
  };
}

/** Two requests of ten are left as the schemas allow them. */
function shotsOf(field: Field, visitors: readonly Visitor[], count: number): Shot[] {
  const { draws, operations, lexicon } = field;
  const isWhole = draws.chance(200);
  return Array.from({ length: count }, () => {
    const plan = planOf(draws.pick(operations), draws, lexicon);
    const { headers } = draws.pick(visitors);
    const asked = { ...plan, headers: { ...headers, ...plan.headers } };
    return isWhole ? { ...asked, kind: "valid" } : breakPlan(asked, draws);
  });
}

type Batch = { readonly shots: readonly Shot[]; readonly line: Line };

/** Fires a batch; where all of it was refused, no table may have more or fewer rows than before. */
async function fireBatch(target: Target, batch: Batch, tally: Tally): Promise<void> {
  const before = await target.counts();
  const answers = await fireAll(batch, tally);
  const isRefused = batch.shots.every(({ method }, index) => {
    const status = answers[index]?.status ?? 500;
    return method === "GET" || status >= 400;
  });
  if (!isRefused) return;
  tally.countedBatches += 1;
  tally.faults.push(...halfWritten(before, await target.counts()));
}

async function fireAll({ shots, line }: Batch, tally: Tally): Promise<(Answer | undefined)[]> {
  const answers: (Answer | undefined)[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < shots.length; index = next++) {
      const shot = shots[index];
      if (shot) answers[index] = await fire(shot, line, tally);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

/** A body that is refused before it is read ends the connection: the answer may be lost with it. */
const mayBeCut = ({ raw }: Shot): boolean => (raw?.length ?? 0) > 8 * 1_024 * 1_024;

async function fire(shot: Shot, line: Line, tally: Tally): Promise<Answer | undefined> {
  tally.byKind[shot.kind] = (tally.byKind[shot.kind] ?? 0) + 1;
  try {
    const answer = await send(line.url, shot, line.agent);
    const status = String(answer.status);
    tally.byStatus[status] = (tally.byStatus[status] ?? 0) + 1;
    tally.shots.push({ ms: answer.ms, shot });
    if (isBudget(answer)) tally.busy += 1;
    tally.faults.push(...faultsOf(shot, answer));
    return answer;
  } catch (cause) {
    const cut = mayBeCut(shot) && ["ECONNRESET", "EPIPE"].includes(codeOf(cause));
    tally.byStatus[cut ? "cut" : "none"] = (tally.byStatus[cut ? "cut" : "none"] ?? 0) + 1;
    if (!cut) tally.faults.push(`no answer (${String(cause)}) · ${shot.kind}: ${shot.operation}`);
    return undefined;
  }
}

const emptyTally = (): Tally => ({
  ...{ faults: [], shots: [], byStatus: {}, byKind: {} },
  ...{ countedBatches: 0, busy: 0 },
});

const slowestOf = (shots: Tally["shots"]): string[] =>
  [...shots]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 5)
    .map(({ ms, shot }) => `${Math.round(ms)} ms: ${shot.kind}, ${shot.operation}`);

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? "";

/** The times below which so many of a hundred answers came, in milliseconds. */
export function timesOf(ms: readonly number[]): Times {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
