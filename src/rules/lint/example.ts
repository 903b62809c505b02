import { bilingual, type Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import { ratio } from "../../base/ratio.ts";
import { factAt, unitOf } from "../case/dictionary.ts";
import { isListed, type Case, type FactState, type Known } from "../case/model.ts";
import { readCase } from "../case/read.ts";
import { writeCase } from "../case/write.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { excerptOf } from "../explain/excerpt.ts";
import { statedText } from "../explain/expression.ts";
import { amid, inBoth } from "../explain/wording.ts";
import type { FactIr, Program, RuleIr } from "../ir.ts";
import type { LintExample } from "./finding.ts";
import { caseOf, type States, type Study } from "./study.ts";
import { rangeOf } from "./cells.ts";

/** A case that was written, read back and given to the engine. */
export type Tried = {
  readonly example: LintExample;
  readonly facts: Case;
  readonly verdicts: readonly RuleVerdict[];
};

export type Trying = { readonly states: States; readonly rules: readonly RuleIr[] };

/** Writes a case in the form of a file of facts, and asks the engine what it makes of that. */
export function tryCase(study: Study, { states, rules }: Trying): Tried {
  const { law, asOf, copies } = study;
  const ids = rules.map(({ id }) => id);
  const listed = listedBy(law, rules);
  const made = caseOf(law, { states: pointsOf(law, states), copies, listed });
  const written = writeCase(law, made);
  const read = readCase(law, written.facts, { id: made.id });
  invariant(read.ok, "a written case can be read");
  const verdicts = verdictsOf(law, { facts: read.value, asOf, rules: ids });
  const text = textOf(law, made);
  const shows = verdicts.map(({ rule, subject, condition, verdict }) => ({
    ...{ rule, subject, condition, verdict },
  }));
  return { example: { asOf, facts: written.facts, shows, text }, facts: read.value, verdicts };
}

export type Asking = {
  readonly facts: Case;
  readonly asOf: string;
  readonly rules: readonly string[];
};

/** What a law, or the law with a change, says of a case. */
export const verdictsOf = (law: Program, { facts, asOf, rules }: Asking): Report["verdicts"] =>
  evaluate(excerptOf(law, rules), facts, { asOf }).verdicts.filter(({ rule }) =>
    rules.includes(rule),
  );

/** The levels whose one subject the case must list for the rules to speak of it. */
const listedBy = (law: Program, rules: readonly RuleIr[]): ReadonlySet<Level> =>
  new Set(
    rules
      .flatMap(({ level, reads }) => [level, ...reads.map((fact) => factAt(law, fact).level)])
      .filter(isListed),
  );

/** The states with every fact that the rules read as one value. */
export function completed(law: Program, states: States, rules: readonly RuleIr[]): States {
  const wanted = rules.flatMap(({ reads, effects }) => [
    ...reads,
    ...effects.flatMap(({ wish }) => wish ?? []),
  ]);
  const open = wanted.filter((fact) => !states.has(fact));
  const rest = open.map((fact) => [fact, usual(factAt(law, fact))] as const);
  return pointsOf(law, new Map([...states, ...rest]));
}

/** One value for each fact of which a piece is stated. */
function pointsOf(law: Program, states: States): States {
  const points = [...states].map(([index, state]): readonly [number, FactState] => {
    if (state.state !== "estimate") return [index, state];
    return [index, { state: "known", value: nearTurn(factAt(law, index), state) }];
  });
  return new Map(points);
}

/** The end of a piece that stands next to a turn: of the lowest piece its highest value. */
function nearTurn(fact: FactIr, piece: { readonly min: number; readonly max: number }): number {
  const { min, max } = rangeOf(fact, { state: "unknown" });
  return piece.min === min && piece.max < max ? piece.max : piece.min;
}

const known = (value: Known): FactState => ({ state: "known", value });

/** What is stated of a fact on which nothing of the finding rests. */
function usual(fact: FactIr): FactState {
  switch (fact.type.kind) {
    case "boolean":
      return known(false);
    case "enumeration":
      return known(fact.type.options[0] ?? "—");
    case "number":
      return known(usualFigure(fact));
    case "date":
      return known("2025-01-01");
    case "text":
      return known("—");
    case "list":
      return known([]);
  }
}

/** A hundred of the dictionary's units, where the domain has them. */
function usualFigure(fact: FactIr): number {
  const { min, max } = rangeOf(fact, { state: "unknown" });
  const { n, d } = ratio(unitOf(fact).factor.n * fact.step.d, unitOf(fact).factor.d * fact.step.n);
  return Math.min(max, Math.max(min, Number((100n * n) / d)));
}

function textOf(law: Program, made: Case): Bilingual {
  const facts = levels.flatMap((level) => [...(made.subjects[level][0]?.facts ?? [])]);
  const parts = facts.map(([index, state]) => {
    const fact = factAt(law, index);
    const [label, value] = [amid(fact.definition.label), statedText(fact, state)];
    return inBoth((at) => `${label[at]} ${value[at]}`);
  });
  if (parts.length === 0) return bilingual("什么也没说明的情形", "a case that states nothing");
  const many = Math.max(...levels.map((level) => made.subjects[level].length));
  const alike =
    many > 1
      ? bilingual(`（列出的对象各 ${many} 个）`, ` (${many} alike of what is listed)`)
      : bilingual("", "");
  const zh = parts.map((part) => part.zh).join("，");
  const en = parts.map((part) => part.en).join(", ");
  return bilingual(zh + alike.zh, en + alike.en);
}
