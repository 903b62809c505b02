import { bilingual, type Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import { factAt } from "../case/dictionary.ts";
import type { Case, Subject } from "../case/model.ts";
import { writeCase, writeState } from "../case/write.ts";
import type { PolicyCase } from "../contract/pack.ts";
import type { RuleVerdict } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { knownOf } from "../explain/change/flip-compare.ts";
import { excerptOf } from "../explain/excerpt.ts";
import type { Program } from "../ir.ts";
import type { Meeting } from "./meetings.ts";
import { engineNames } from "./run-cases.ts";
import type { Side } from "./sides.ts";

/** What a generated case is called by, until its author has confirmed it and named its doubt. */
const mark = "待核：";

/** Whether a case was generated, and nobody has said yet that the law means it so. */
export const isToConfirm = ({ name }: PolicyCase): boolean => name.startsWith(mark);

/** How the sides of a threshold are called. */
export const sideWords: Readonly<Record<Side, Bilingual>> = {
  below: bilingual("差一点", "one step below"),
  at: bilingual("恰好", "exactly"),
  above: bilingual("过一点", "one step above"),
};

type Wanted = {
  readonly text: Bilingual;
  readonly side: Side;
  readonly meetings: readonly Meeting[];
};

/**
 * The case nearest to the pack's own that stands on a side of a threshold: one fact moved in the
 * first of them that the move decides, else in the first that can be moved at all.
 */
export function boundaryCase(program: Program, wanted: Wanted): PolicyCase | undefined {
  const { side, meetings } = wanted;
  const able = meetings.filter(({ sides }) => sides[side] !== undefined);
  const meeting = able.find((one) => isDecisive(program, one)) ?? able[0];
  const value = meeting?.sides[side];
  if (!meeting || value === undefined) return undefined;
  const { placed, answered, variable } = meeting;
  const facts = moved(program, meeting, value);
  const verdict = verdictOn(program, meeting, value);
  const fact = factAt(program, variable.fact);
  const written = writeState(fact, { state: "known", value: knownOf(fact, value) });
  const said = `${fact.definition.label.zh} ${String(written["value"] ?? written)}`;
  const { rule, subject } = answered.verdict;
  const short = rule.replace(`${placed.measure.id}/`, "");
  const name = subject === "project" ? short : `${short}@${subject}`;
  const { as_of: asOf } = placed.policyCase;
  return {
    name: `${mark}${said}（${wanted.text.zh}：${sideWords[side].zh}）`,
    ...(asOf !== undefined && { as_of: asOf }),
    facts: writeCase(program, facts).facts as PolicyCase["facts"],
    expect: { [name]: expectationOf(verdict) },
  };
}

/** Whether something comes out otherwise before the threshold than beyond it. */
function isDecisive(program: Program, meeting: Meeting): boolean {
  const told = Object.values(meeting.sides).map((value) =>
    JSON.stringify(expectationOf(verdictOn(program, meeting, value))),
  );
  return new Set(told).size > 1;
}

/** The case with one fact at another value. */
function moved(program: Program, { answered, variable }: Meeting, value: number): Case {
  const { facts } = answered;
  const { fact, level, subject } = variable;
  const known = knownOf(factAt(program, fact), value);
  const change = (one: Subject, at: number): Subject =>
    at === subject
      ? { ...one, facts: new Map(one.facts).set(fact, { state: "known", value: known }) }
      : one;
  return { ...facts, subjects: { ...facts.subjects, [level]: facts.subjects[level].map(change) } };
}

/** What the engines say of it: all three the same. */
function verdictOn(program: Program, meeting: Meeting, value: number): RuleVerdict {
  const { rule, subject } = meeting.answered.verdict;
  const facts = moved(program, meeting, value);
  const part = excerptOf(program, [rule]);
  const verdicts = engineNames.map((engine) =>
    evaluate(part, facts, { asOf: meeting.answered.asOf, engine }).verdicts.find(
      (one) => one.rule === rule && one.subject === subject,
    ),
  );
  const [first] = verdicts;
  const told = new Set(verdicts.map((one) => JSON.stringify(one)));
  invariant(first && told.size === 1, `the engines say the same of ${rule}`);
  return first;
}

/** What a case expects of a verdict: what it comes to, how much, and how each bound answers. */
function expectationOf({ verdict, effects, missing }: RuleVerdict): object {
  const amount = effects[0]?.amount;
  const bounds = effects.flatMap(({ bounds: own = [] }) =>
    own.map(({ id, answer, consequence }) => [id, consequence ?? answer] as const),
  );
  return {
    verdict,
    ...(amount && { amount: amount.min === amount.max ? amount.min : amount }),
    ...(bounds.length > 0 && { bounds: Object.fromEntries(bounds) }),
    ...(missing.length > 0 && { missing: [...new Set(missing.map(({ id }) => id))].sort() }),
  };
}
