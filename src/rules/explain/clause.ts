import { bilingual, type Bilingual } from "../../base/message.ts";
import { factAt } from "../case/dictionary.ts";
import type { Edition } from "../evaluate/edition.ts";
import { isArithmetic, isLeaf, type Leaf } from "../evaluate/kinds.ts";
import type { Scope } from "../evaluate/scope.ts";
import type { Comparison, FactIr, Node } from "../ir.ts";
import { expressionText, optionText } from "./expression.ts";
import type { Voice } from "./voice.ts";
import {
  amid,
  dateRelations,
  either,
  inBoth,
  joined,
  levelWords,
  numberRelations,
  opposite,
} from "./wording.ts";

/** A condition turned by its negations: `not` is pushed down to the facts, where people say it. */
export type Turned = { readonly node: Node; readonly isNegated: boolean };

/** Takes the negations off a node. */
export function turn(node: Node, isNegated = false): Turned {
  return node.op === "not" ? turn(node.arg, !isNegated) : { node, isNegated };
}

/** Whether a group asks for all of its parts, or for any of them. */
export const asksAll = ({ node, isNegated }: Turned): boolean =>
  node.op === "and" ? !isNegated : node.op === "or" ? isNegated : false;

export const isGroup = ({ node }: Turned): boolean => node.op === "and" || node.op === "or";

/** The parts of a group, those of groups of the same kind inside it included. */
export function partsOf(turned: Turned): readonly Turned[] {
  const { node, isNegated } = turned;
  if (node.op !== "and" && node.op !== "or") return [turned];
  return node.args.flatMap((arg) => {
    const part = turn(arg, isNegated);
    return isGroup(part) && asksAll(part) === asksAll(turned) ? partsOf(part) : [part];
  });
}

export const relationOf = (node: Node, comparison: Comparison): Bilingual =>
  (node.type.kind === "date" ? dateRelations : numberRelations)[comparison];

/** The fact of an expression that is nothing but a fact. */
export const factOf = (node: Node, { edition }: Voice): FactIr | undefined =>
  node.op === "fact" ? factAt(edition.program, node.fact) : undefined;

const isNumeric = (node: Node): boolean => node.type.kind === "number" || node.type.kind === "date";

/** Tells a condition without saying whether it holds. */
export const clause = (node: Node, voice: Voice): Bilingual => tell(turn(node), voice);

function tell(turned: Turned, voice: Voice): Bilingual {
  const { node, isNegated } = turned;
  if (isLeaf(node)) return tellLeaf(node, isNegated, voice);
  if (isArithmetic(node)) return expressionText(node, voice);
  switch (node.op) {
    case "and":
    case "or":
      return tellGroup(turned, voice);
    case "not":
      return tell(turn(node.arg, !isNegated), voice);
    case "compare":
      return tellCompare(node, isNegated, voice);
    case "among":
      return tellAmong({ arg: node.arg, options: node.options }, isNegated, voice);
    case "holds":
      return tellHolds(node, isNegated, voice);
    case "spelled":
      return tellSpelled(node, isNegated, voice);
    case "listed":
      return tellListed(node, isNegated, voice);
    case "aggregate":
      return tellAggregate(node, isNegated, voice);
    case "if":
      return tellChoice(node, isNegated, voice);
  }
}

function tellLeaf(node: Leaf, isNegated: boolean, voice: Voice): Bilingual {
  if (node.op === "fact" && node.type.kind === "boolean") {
    return tellFact(node.fact, isNegated, voice);
  }
  if (node.op !== "boolean") return expressionText(node, voice);
  return node.value !== isNegated
    ? bilingual("任何情况", "always")
    : bilingual("没有任何情况", "never");
}

type Holds = Extract<Node, { op: "holds" }>;

function tellHolds(node: Holds, isNegated: boolean, voice: Voice): Bilingual {
  const option = optionText(factOf(node.list, voice), node.option);
  const list = expressionText(node.list, voice);
  return isNegated
    ? bilingual(`${list.zh}不含${option.zh}`, `${list.en} does not hold ${option.en}`)
    : bilingual(`${list.zh}包含${option.zh}`, `${list.en} holds ${option.en}`);
}

const spellings = {
  contains: { zh: ["含有", ""], en: "contain" },
  "starts with": { zh: ["以", "开头"], en: "start with" },
  "ends with": { zh: ["以", "结尾"], en: "end with" },
} as const;

type Spelled = Extract<Node, { op: "spelled" }>;

function tellSpelled({ arg, how, word }: Spelled, isNegated: boolean, voice: Voice): Bilingual {
  const text = expressionText(arg, voice);
  const { zh, en } = spellings[how];
  const tail = `${zh[0]}“${word}”${zh[1]}`;
  const verb = en.replace(/^\w+/, "$&s");
  return isNegated
    ? bilingual(`${text.zh}不${tail}`, `${text.en} does not ${en} "${word}"`)
    : bilingual(text.zh + tail, `${text.en} ${verb} "${word}"`);
}

type Listed = Extract<Node, { op: "listed" }>;

function tellListed(node: Listed, isNegated: boolean, voice: Voice): Bilingual {
  const arg = expressionText(node.arg, voice);
  const title = voice.edition.program.registers[node.register]?.title;
  return isNegated
    ? bilingual(`${arg.zh}不在“${title?.zh}”里`, `${arg.en} is not on "${title?.en}"`)
    : bilingual(`${arg.zh}列在“${title?.zh}”里`, `${arg.en} is on "${title?.en}"`);
}

function tellGroup(turned: Turned, voice: Voice): Bilingual {
  const parts = partsOf(turned).map((part) => {
    const text = tell(part, voice);
    return isGroup(part) ? bilingual(`（${text.zh}）`, `(${text.en})`) : text;
  });
  return asksAll(turned)
    ? joined(parts, { zh: "，并且", en: " and " })
    : joined(parts, { zh: "，或者", en: " or " });
}

function tellFact(fact: number, isNegated: boolean, voice: Voice): Bilingual {
  const { label: named, says } = factAt(voice.edition.program, fact).definition;
  if (says) return isNegated ? says.no : says.yes;
  const label = amid(named);
  const zh = label.zh.replace(/^是否/u, "");
  return isNegated ? bilingual(`不满足“${zh}”`, `not "${label.en}"`) : bilingual(zh, label.en);
}

type Compare = Extract<Node, { op: "compare" }>;

function tellCompare(node: Compare, isNegated: boolean, voice: Voice): Bilingual {
  const { left, right } = node;
  const comparison = isNegated ? opposite[node.comparison] : node.comparison;
  if (!isNumeric(left)) {
    if (right.op === "text") {
      return tellAmong({ arg: left, options: [right.value] }, comparison === "!=", voice);
    }
    if (right.op === "boolean")
      return tell(turn(left, right.value === (comparison === "!=")), voice);
  }
  const relation = relationOf(left, comparison);
  const [first, second] = [expressionText(left, voice), expressionText(right, voice)];
  return inBoth((at) => `${first[at]}${at === "zh" ? "" : " "}${relation[at]} ${second[at]}`);
}

type Choices = { readonly arg: Node; readonly options: readonly string[] };

function tellAmong({ arg, options }: Choices, isNegated: boolean, voice: Voice): Bilingual {
  const text = expressionText(arg, voice);
  const list = either(options.map((option) => optionText(factOf(arg, voice), option)));
  return isNegated
    ? bilingual(`${text.zh}不是${list.zh}`, `${text.en} is not ${list.en}`)
    : bilingual(`${text.zh}是${list.zh}`, `${text.en} is ${list.en}`);
}

type Aggregate = Extract<Node, { op: "aggregate" }>;

function tellAggregate(node: Aggregate, isNegated: boolean, voice: Voice): Bilingual {
  const level = levelWords[node.level];
  if (node.fold !== "some" && node.fold !== "every") return expressionText(node, voice);
  const body = tell(turn(node.body, isNegated), { ...voice, scope: undefined });
  const isSome = (node.fold === "some") !== isNegated;
  return isSome
    ? bilingual(`至少一个${level.zh}：${body.zh}`, `at least one ${level.en}: ${body.en}`)
    : bilingual(`每个${level.zh}：${body.zh}`, `every ${level.en}: ${body.en}`);
}

type Choice = Extract<Node, { op: "if" }>;

function tellChoice(node: Choice, isNegated: boolean, voice: Voice): Bilingual {
  const condition = tell(turn(node.condition), voice);
  const then = tell(turn(node.then, isNegated), voice);
  const otherwise = tell(turn(node.otherwise, isNegated), voice);
  return bilingual(
    `若${condition.zh}，则${then.zh}，否则${otherwise.zh}`,
    `${then.en} where ${condition.en}, else ${otherwise.en}`,
  );
}

export const voiceOf = (edition: Edition, scope: Scope | undefined): Voice => ({
  edition,
  scope,
  clause,
});
