import { join } from "node:path";
import { civilDateIn } from "../../src/base/date.ts";
import { invariant } from "../../src/base/invariant.ts";
import { readGround } from "../../src/land/index.ts";
import { libraryLines } from "../../src/land/generate/library.ts";
import { drawsOf } from "../../src/land/generate/draw.ts";
import { drawKnown } from "../../src/land/generate/fact-values.ts";
import { loadPack } from "../../src/packs/index.ts";
import { interview, type Asker } from "../../src/rules/ask/interview.ts";
import type { Case, Known } from "../../src/rules/case/model.ts";
import { readCase } from "../../src/rules/case/read.ts";
import { readValue } from "../../src/rules/case/value.ts";
import { variableKey, type Variable } from "../../src/rules/evaluate/scope.ts";
import { compile, type Program } from "../../src/rules/index.ts";
import { root } from "../step.ts";
import { bestAsker, byMention } from "./questions/askers.ts";

/** How many questions each way of asking needed, over the same cases with the same answers. */
export type QuestionFigures = {
  readonly cases: number;
  readonly askers: readonly { readonly name: string; readonly questions: number }[];
};

export type QuestionOrder = {
  readonly count: number;
  readonly seed: string;
  readonly withinMs: number;
};

const asOf = civilDateIn("Asia/Shanghai", new Date());

/**
 * Interviews about projects of the synthetic library, each until nothing is open that an answer
 * could settle. What a project leaves unknown is answered from a draw that follows from the seed:
 * the same question has the same answer, whoever asks it and when.
 */
export async function countQuestions(order: QuestionOrder): Promise<QuestionFigures> {
  const until = performance.now() + order.withinMs;
  const { program, lines } = await libraryOf(order.seed);
  const askers: readonly (readonly [string, Asker])[] = [
    ["the next question", bestAsker],
    ["by mention, of what could still matter", byMention(program, "open")],
    ["by mention, of what an open rule reads", byMention(program, "read")],
    ["by mention, of all that nobody stated", byMention(program, "every")],
  ];
  const sums = askers.map(() => 0);
  let cases = 0;
  for (const line of everyNth(lines, order.count)) {
    if (performance.now() >= until) break;
    const facts = caseOf(program, line);
    const answer = answersFor(program, order.seed, facts);
    for (const [at, [, asker]] of askers.entries()) {
      sums[at]! += interview({ program, facts, asOf }, asker, answer);
    }
    cases += 1;
  }
  return { cases, askers: askers.map(([name], at) => ({ name, questions: sums[at]! })) };
}

async function libraryOf(seed: string) {
  const packs = join(root, "packs");
  const pack = await loadPack(packs, "beijing");
  const ground = await readGround(join(packs, "beijing"));
  invariant(pack.ok, "the shipped pack reads");
  const compiled = compile(pack.value);
  invariant(compiled.ok, "the shipped pack compiles");
  const values = <T>(all: readonly { readonly value: T }[]) => all.map(({ value }) => value);
  const { groups, facts } = pack.value;
  const order = { seed, ...ground, groups: values(groups), facts: values(facts), projects: [] };
  return { program: compiled.value, lines: [...libraryLines(order)] };
}

/** So many lines, from all over the library. */
const everyNth = (lines: readonly string[], count: number): readonly string[] =>
  lines.filter((_, at) => at % Math.max(1, Math.floor(lines.length / count)) === 0).slice(0, count);

function caseOf(program: Program, line: string): Case {
  const { id, facts } = JSON.parse(line) as { readonly id: string; readonly facts: unknown };
  const read = readCase(program, facts, { id });
  invariant(read.ok, `${id} of the library reads`);
  return read.value;
}

function answersFor(program: Program, seed: string, facts: Case): (variable: Variable) => Known {
  const given = new Map<string, Known>();
  return (variable) => {
    const key = variableKey(variable);
    const value = given.get(key) ?? drawn(program, variable, `${seed}|${facts.id}|${key}`);
    given.set(key, value);
    return value;
  };
}

function drawn(program: Program, { fact: index }: Variable, key: string): Known {
  const fact = program.facts[index];
  invariant(fact, `fact ${index} is in the dictionary`);
  const raw = drawKnown(fact.definition, drawsOf(key, "answers", fact.id));
  const value = readValue(fact, raw, { refusals: [] });
  invariant(value !== undefined, `${fact.id} has a value to draw`);
  return value;
}
