import { bilingual, type Bilingual } from "../../base/message.ts";
import { factAt } from "../case/dictionary.ts";
import type { ProofNode } from "../contract/answer.ts";
import { childrenOf } from "../check/tree.ts";
import { truthOf, type Outcome } from "../evaluate/outcome.ts";
import { stateIn, subjectAt, within, type Scope } from "../evaluate/scope.ts";
import { not, type Truth } from "../evaluate/truth.ts";
import type { Node } from "../ir.ts";
import { asksAll, clause, isGroup, voiceOf } from "./clause.ts";
import { compareText } from "./compare-text.ts";
import { choiceText, factText, listedText, memberText, yesNoText } from "./leaf-text.ts";
import { levelWords } from "./wording.ts";

/** What a part of a condition came to, with its negations taken off. */
export type Proof = {
  readonly outcome: Outcome;
  readonly isNegated: boolean;
  readonly truth: Truth;
  readonly scope: Scope;
};

export function proofOf(outcome: Outcome, scope: Scope, isNegated = false): Proof {
  const [inner] = outcome.parts;
  if (outcome.node.op === "not" && inner) return proofOf(inner, scope, !isNegated);
  const truth = truthOf(outcome);
  return { outcome, isNegated, scope, truth: isNegated ? not(truth) : truth };
}

/** The steps of a proof, from the outcomes that the interpreter kept. */
export function stepOf(proof: Proof): ProofNode {
  const { outcome } = proof;
  const { node } = outcome;
  if (node.op === "and" || node.op === "or") return groupStep(proof);
  if (node.op === "aggregate" && (node.fold === "some" || node.fold === "every")) {
    return aggregateStep(proof);
  }
  if (node.op === "if") return choiceStep(proof);
  return {
    outcome: proof.truth,
    text: leafText(proof),
    facts: factIds(node, proof.scope),
    children: [],
  };
}

const turned = ({ outcome: { node }, isNegated }: Proof) => ({ node, isNegated });

function groupStep(proof: Proof): ProofNode {
  const text = asksAll(turned(proof))
    ? bilingual("以下各项都要满足", "All of these")
    : bilingual("以下各项满足一项即可", "Any one of these");
  return { outcome: proof.truth, text, facts: [], children: partsOf(proof).map(stepOf) };
}

function partsOf(proof: Proof): readonly Proof[] {
  return proof.outcome.parts.flatMap((part) => {
    const inner = proofOf(part, proof.scope, proof.isNegated);
    const isSame = isGroup(turned(inner)) && asksAll(turned(inner)) === asksAll(turned(proof));
    return isSame ? partsOf(inner) : [inner];
  });
}

/** More subjects than one can read: those that decide come first, the others are counted. */
const shownMax = 50;

function aggregateStep(proof: Proof): ProofNode {
  const { outcome, isNegated, scope, truth } = proof;
  const { node, parts } = outcome;
  if (node.op !== "aggregate") return stepOf(proof);
  const level = levelWords[node.level];
  const isSome = (node.fold === "some") !== isNegated;
  const body = clause(
    isNegated ? negated(node.body) : node.body,
    voiceOf(scope.edition, undefined),
  );
  const listed = scope.facts.stated[node.level];
  const steps = parts.map((part) => subjectStep(part, proof)).sort(decisiveFirst(truth));
  const more = steps.length > shownMax ? moreText(steps.length) : bilingual("", "");
  const none = listed
    ? more
    : bilingual(`（还没有列出${level.zh}）`, ` (no ${level.en} is listed yet)`);
  return {
    outcome: truth,
    text: isSome
      ? bilingual(
          `至少一个${level.zh}：${body.zh}${none.zh}`,
          `At least one ${level.en}: ${body.en}${none.en}`,
        )
      : bilingual(
          `每个${level.zh}：${body.zh}${none.zh}`,
          `Every ${level.en}: ${body.en}${none.en}`,
        ),
    facts: [],
    children: listed ? steps.slice(0, shownMax) : [],
  };
}

const negated = (node: Node): Node => ({ ...node, op: "not", arg: node });

const moreText = (count: number): Bilingual =>
  bilingual(`（共 ${count} 个，列出 ${shownMax} 个）`, ` (${count} in all, ${shownMax} shown)`);

const decisiveFirst =
  (truth: Truth) =>
  (a: ProofNode, b: ProofNode): number =>
    Number(b.outcome === truth) - Number(a.outcome === truth);

function subjectStep(part: Outcome, { scope, isNegated }: Proof): ProofNode {
  const { about } = part;
  if (!about) return stepOf(proofOf(part, scope, isNegated));
  const step = stepOf(proofOf(part, within(scope, about.level, about.subject), isNegated));
  const { id } = subjectAt(scope.facts, about.level, about.subject);
  const level = levelWords[about.level];
  const text = bilingual(
    `${level.zh} ${id}：${step.text.zh}`,
    `${level.en} ${id}: ${step.text.en}`,
  );
  return { ...step, text };
}

function choiceStep({ outcome, isNegated, scope, truth }: Proof): ProofNode {
  const [condition, then, otherwise] = outcome.parts;
  const parts = [condition, then, otherwise].filter((part) => part !== undefined);
  const [asked, first, second] = parts.map((part, index) =>
    stepOf(proofOf(part, scope, index > 0 && isNegated)),
  );
  const chosen =
    asked?.outcome === "T" ? [first] : asked?.outcome === "F" ? [second] : [first, second];
  return {
    outcome: truth,
    text: choiceText(asked?.outcome ?? "U"),
    facts: [],
    children: [asked, ...chosen].filter((step) => step !== undefined),
  };
}

function leafText(proof: Proof): Bilingual {
  const { outcome, isNegated, truth, scope } = proof;
  const { node } = outcome;
  const voice = voiceOf(scope.edition, scope);
  const leaf = { truth, isNegated, voice };
  if (node.op === "fact") {
    const fact = factAt(scope.edition.program, node.fact);
    return yesNoText(factText(fact, stateIn(scope, node.fact)), leaf);
  }
  if (node.op === "compare") return compareText({ ...leaf, outcome, node });
  if (node.op === "among") return memberText({ ...leaf, arg: node.arg, options: node.options });
  if (node.op === "holds") return memberText({ ...leaf, arg: node.list, options: [node.option] });
  if (node.op === "listed") return listedText({ ...leaf, arg: node.arg, register: node.register });
  return clause(isNegated ? negated(node) : node, voice);
}

/** The ids of every fact that an expression reads, each once. */
export function factIds(node: Node, scope: Scope): string[] {
  const found = new Set<string>();
  const walk = (inner: Node): void => {
    if (inner.op === "fact") found.add(factAt(scope.edition.program, inner.fact).id);
    for (const part of childrenOf(inner)) walk(part);
  };
  walk(node);
  return [...found];
}
