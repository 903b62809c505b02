import { Agent } from "node:http";
import { drawsOf, type Draws } from "../../src/land/generate/draw.ts";
import { breakPlan } from "./break.ts";
import { add, emptyTally, slowestOf, timesOf, type FuzzFigures, type Tally } from "./figures.ts";
import { codeOf, faultsOf, isBudget, wordsOf } from "./judge.ts";
import { operationsOf, planOf, type Document, type Operation } from "./plan.ts";
import { send, type Answer, type Shot } from "./shot.ts";
import { stageOf, type Stage } from "./stage.ts";
import { halfWritten, type Target } from "./target.ts";
import type { Line } from "./visitor.ts";

export type FuzzOrder = {
  readonly count: number;
  readonly seed: string;
  /** A run that takes longer ends early, and its figures say how far it came. */
  readonly withinMs?: number;
};

const batchSize = 20;
const atOnce = 4;
/** Sessions are closed and rows removed under fire: all enter anew after so many batches. */
const anewEvery = 5;

/** How many requests lie before each look at the memory; the last look is at the end. */
const marks = [0, 1_000, 5_000, 10_000];

type Field = {
  readonly target: Target;
  readonly line: Line;
  readonly operations: readonly Operation[];
  readonly draws: Draws;
};

/** Fires requests that follow from the seed alone, and holds every answer against the rules. */
export async function fuzz(target: Target, order: FuzzOrder): Promise<FuzzFigures> {
  const line = { url: target.url, agent: new Agent({ keepAlive: true, maxSockets: atOnce }) };
  const document = (await (await fetch(`${target.url}/api/openapi.json`)).json()) as Document;
  const operations = operationsOf(document);
  const draws = drawsOf(order.seed, "", "");
  const field = { target, line, operations, draws };
  const { tally, names, fired } = await fireAllBatches(field, order);
  await mark(target, tally, fired);
  line.agent.destroy();
  const { answers, faults, granted, ...told } = tally;
  return {
    ...told,
    ...{ requests: fired, operations: operations.length, visitors: names },
    neverGranted: operations.map(({ name }) => name).filter((name) => !granted.has(name)),
    ...{
      times: timesOf(answers),
      slowest: slowestOf(answers),
      peakMb: (await target.memory()).peakMb,
    },
    faults: [...faults, ...target.errors()],
  };
}

type Fired = { readonly tally: Tally; readonly names: string[]; readonly fired: number };

async function fireAllBatches(field: Field, order: FuzzOrder): Promise<Fired> {
  const { count, withinMs = Number.POSITIVE_INFINITY } = order;
  const until = performance.now() + withinMs;
  const tally = emptyTally();
  const names = new Set<string>();
  let stage: Stage = { visitors: [], lexicon: {} };
  let fired = 0;
  for (let batch = 0; fired < count && performance.now() < until; batch += 1) {
    if (fired >= (marks[tally.memory.length] ?? count)) await mark(field.target, tally, fired);
    if (batch % anewEvery === 0) stage = await stageOf(field.line);
    for (const { name } of stage.visitors) names.add(name);
    const shots = shotsOf(field, stage, Math.min(batchSize, count - fired));
    await fireBatch(field.target, { shots, line: field.line }, tally);
    fired += shots.length;
  }
  return { tally, names: [...names], fired };
}

async function mark(target: Target, { memory }: Tally, after: number): Promise<void> {
  memory.push({ after, mb: (await target.memory()).mb });
}

/** Four batches of ten are left as the schemas allow them. */
function shotsOf(field: Field, { visitors, lexicon }: Stage, count: number): Shot[] {
  const { draws, operations } = field;
  const isWhole = draws.chance(400);
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
  add(tally.byKind, shot.kind);
  try {
    const answer = await send(line.url, shot, line.agent);
    add(tally.byStatus, String(answer.status));
    tally.answers.push({ ms: answer.ms, name: `${shot.kind}, ${shot.operation}` });
    if (shot.kind === "valid" && answer.status < 300) tally.granted.add(shot.operation);
    if (isBudget(answer)) add(tally.byBudget, codeOf(answer));
    tally.faults.push(...faultsOf(shot, answer));
    return answer;
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    const cut = mayBeCut(shot) && ["ECONNRESET", "EPIPE"].includes(code);
    add(tally.byStatus, cut ? "cut" : "none");
    if (!cut) tally.faults.push({ kind: `no answer: ${String(cause)}`, example: wordsOf(shot) });
    return undefined;
  }
}
