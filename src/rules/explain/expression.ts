import { bilingual, type Bilingual } from "../../base/message.ts";
import { childrenOf } from "../check/tree.ts";
import type { Level, Register } from "../contract/pack.ts";
import { dateOfDay } from "../evaluate/days.ts";
import { isLeaf, type Leaf } from "../evaluate/kinds.ts";
import { prove } from "../evaluate/reference.ts";
import { stateIn } from "../evaluate/scope.ts";
import { isPoint, type Value } from "../evaluate/value.ts";
import { factAt, figureOf, unitOf } from "../case/dictionary.ts";
import type { Stated } from "../case/model.ts";
import { multiply } from "../../base/ratio.ts";
import type { FactIr, Node } from "../ir.ts";
import { figureText, rangeText, unitFor } from "./figure.ts";
import { absoluteText, roundText, tallyText } from "./rounding-text.ts";
import { lapseText, lawDateText, shiftText, type Lapse } from "./time-text.ts";
import type { Voice } from "./voice.ts";
import { amid, either, inBoth, levelWords, words } from "./wording.ts";

const literal = (text: string): Bilingual => bilingual(text, text);

/** An option or a member as the dictionary labels it. */
export function optionText(fact: FactIr | undefined, option: string): Bilingual {
  const known = fact?.definition.options?.find(({ id }) => id === option);
  return known ? amid(known.label) : literal(option);
}

function knownText(fact: FactIr, value: boolean | number | string | readonly string[]): Bilingual {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") {
    const unit = fact.definition.unit ?? "1";
    return figureText(multiply(figureOf(fact, value), unitOf(fact).factor), unit);
  }
  if (typeof value === "string") return optionText(fact, value);
  const members = value.map((member) => optionText(fact, member));
  if (members.length === 0) return bilingual("无", "none");
  return inBoth((locale) =>
    members.map((member) => member[locale]).join(locale === "zh" ? "、" : ", "),
  );
}

/** What is stated of a fact, in words. */
export function statedText(fact: FactIr, stated: Stated): Bilingual {
  switch (stated.state) {
    case "known":
      return knownText(fact, stated.value);
    case "estimate": {
      const [unit, factor] = [fact.definition.unit ?? "1", unitOf(fact).factor];
      const end = (quanta: number) => multiply(figureOf(fact, quanta), factor);
      const range = rangeText(end(stated.min), end(stated.max), unit);
      return inBoth((at) => `${range[at]}${{ zh: "（估计）", en: " (estimated)" }[at]}`);
    }
    case "unknown":
      return words.unknown;
    case "not_applicable":
      return inBoth(
        (at) => `${words.notApplicable[at]}${{ zh: "：", en: ": " }[at]}${stated.reason}`,
      );
  }
}

function factText(fact: number, { edition, scope }: Voice): Bilingual {
  const found = factAt(edition.program, fact);
  const label = amid(found.definition.label);
  if (!scope) return label;
  const stated = stateIn(scope, fact);
  const value = statedText(found, stated);
  if (stated.state === "known") return inBoth((at) => `${label[at]} ${value[at]}`);
  return inBoth((at) => (at === "zh" ? `${label.zh}（${value.zh}）` : `${label.en} (${value.en})`));
}

function parameterText(index: number, { edition }: Voice): Bilingual {
  const parameter = edition.program.parameters[index];
  const figure = edition.figures[index] ?? parameter?.values.at(-1);
  if (!parameter || !figure) return words.unknown;
  if (parameter.type.kind === "date") {
    const [from, to] = [figure.min, figure.max].map((day) => dateOfDay(Number(day.n)));
    return literal(from === to ? String(from) : `${from}–${to}`);
  }
  if (figure.min.n === figure.max.n && figure.min.d === figure.max.d) {
    return figureText(figure.min, parameter.unit);
  }
  return rangeText(figure.min, figure.max, parameter.unit);
}

/** What a value comes to, in words; undefined where it is not one value. */
export function valueText(node: Node, value: Value, { edition }: Voice): Bilingual | undefined {
  if (value.kind !== "number" || !isPoint(value)) return undefined;
  if (node.type.kind === "date") return literal(dateOfDay(Number(value.min.n)));
  return figureText(value.min, unitFor(node, edition.program));
}

const signs = { add: "+", subtract: "−", multiply: "×", divide: "÷" } as const;
type Arithmetic = Extract<Node, { op: keyof typeof signs }>;

const hasSign = (node: Node): node is Arithmetic => Object.hasOwn(signs, node.op);
const isSum = (node: Node): boolean => node.op === "add" || node.op === "subtract";

const bracketed = (text: Bilingual): Bilingual => bilingual(`（${text.zh}）`, `(${text.en})`);

function arithmeticText(node: Arithmetic, voice: Voice): Bilingual {
  const binds = node.op === "multiply" || node.op === "divide";
  const isTail = node.op === "subtract" || node.op === "divide";
  const left = expressionText(node.left, voice);
  const right = expressionText(node.right, voice);
  const first = binds && isSum(node.left) ? bracketed(left) : left;
  const needs = (binds && isSum(node.right)) || (isTail && hasSign(node.right));
  const second = needs ? bracketed(right) : right;
  return inBoth((at) => `${first[at]} ${signs[node.op]} ${second[at]}`);
}

const folds = {
  sum: bilingual("合计", "the sum of"),
  min: bilingual("中最小的", "the least of"),
  max: bilingual("中最大的", "the greatest of"),
} as const;

type Aggregate = Extract<Node, { op: "aggregate" }>;

const plural = (level: Level): string => `${levelWords[level].en}s`;

/** What is reckoned over many comes to, where a case is told of. */
function provedText(node: Node, voice: Voice): Bilingual {
  const found = voice.scope && valueText(node, prove(node, voice.scope).value, voice);
  return found ? inBoth((at) => ` ${found[at]}`) : bilingual("", "");
}

function aggregateText(node: Aggregate, voice: Voice): Bilingual {
  const inside = { ...voice, scope: undefined };
  const level = levelWords[node.level];
  const value = provedText(node, voice);
  if (node.fold === "count") {
    const body = voice.clause(node.body, inside);
    return bilingual(
      `“${body.zh}”的${level.zh}数${value.zh}`,
      `the number of ${plural(node.level)} where ${body.en}${value.en}`,
    );
  }
  if (node.fold === "some" || node.fold === "every") return voice.clause(node, inside);
  const body = expressionText(node.body, inside);
  const which = node.filter && voice.clause(node.filter, inside);
  const who = which
    ? bilingual(`“${which.zh}”的各${level.zh}`, `${plural(node.level)} where ${which.en}`)
    : bilingual(`各${level.zh}`, plural(node.level));
  return bilingual(
    `${who.zh}的${body.zh}${folds[node.fold].zh}${value.zh}`,
    `${folds[node.fold].en} ${body.en} over the ${who.en}${value.en}`,
  );
}

type Extreme = Extract<Node, { op: "min" | "max" }>;

function extremeText(node: Extreme, voice: Voice): Bilingual {
  const inner = node.args.map((arg) => expressionText(arg, voice));
  const list = inBoth((at) => inner.map((text) => text[at]).join(at === "zh" ? "、" : ", "));
  return node.op === "min"
    ? bilingual(`（${list.zh}）中较小的`, `the lesser of (${list.en})`)
    : bilingual(`（${list.zh}）中较大的`, `the greater of (${list.en})`);
}

/** The figure of a register: which one, and of what; where a case is told, what it comes to. */
function listedText(node: Choice, register: number, voice: Voice): Bilingual {
  const { title } = voice.edition.program.registers[register] as Register;
  const [asked] = childrenOf(node.condition);
  const of = asked ? expressionText(asked, voice) : bilingual("", "");
  const found = provedText(node, voice);
  return bilingual(
    `“${title.zh}”对“${of.zh}”的数${found.zh}`,
    `the figure${found.en} that “${title.en}” has for ${of.en}`,
  );
}

type Choice = Extract<Node, { op: "if" }>;

function choiceText(node: Choice, voice: Voice): Bilingual {
  if (node.register !== undefined) return listedText(node, node.register, voice);
  const condition = voice.clause(node.condition, { ...voice, scope: undefined });
  const then = expressionText(node.then, voice);
  const otherwise = expressionText(node.otherwise, voice);
  return bilingual(
    `（${condition.zh}时为 ${then.zh}，否则为 ${otherwise.zh}）`,
    `(${then.en} where ${condition.en}, else ${otherwise.en})`,
  );
}

function leafText(node: Exclude<Leaf, { op: "boolean" }>, voice: Voice): Bilingual {
  switch (node.op) {
    case "number":
      return figureText(node.value, unitFor(node, voice.edition.program));
    case "text":
    case "date":
      return literal(node.value);
    case "words":
      return either(node.options.map(literal));
    case "as_of":
      return lawDateText(voice);
    case "parameter":
      return parameterText(node.parameter, voice);
    case "fact":
      return factText(node.fact, voice);
  }
}

/** What lies between two dates: counted by the calendar, or days by subtraction. */
function lapseOf(node: Node): Lapse | undefined {
  if (node.op === "elapsed") return node;
  if (node.op !== "subtract" || node.left.type.kind !== "date") return undefined;
  return { unit: "day", from: node.right, to: node.left };
}

type Reckoned = Extract<Node, { op: "shift" | "abs" | "round" | "tally" }>;

const reckonings = new Set<string>(["shift", "abs", "round", "tally"]);
const isReckoned = (node: Node): node is Reckoned => reckonings.has(node.op);

function reckonedText(node: Reckoned, voice: Voice): Bilingual {
  switch (node.op) {
    case "shift":
      return shiftText(node, voice, expressionText);
    case "abs":
      return absoluteText(node, voice, expressionText);
    case "round":
      return roundText(node, voice, expressionText);
    case "tally":
      return tallyText(node, voice, provedText(node, voice));
  }
}

/** A figure, a date or a word as an expression, read aloud. */
export function expressionText(node: Node, voice: Voice): Bilingual {
  if (node.op === "boolean") return node.value ? words.yes : words.no;
  if (isLeaf(node)) return leafText(node, voice);
  if (isReckoned(node)) return reckonedText(node, voice);
  const lapse = lapseOf(node);
  if (lapse) return lapseText(lapse, voice, expressionText);
  if (hasSign(node)) return arithmeticText(node, voice);
  if (node.op === "min" || node.op === "max") return extremeText(node, voice);
  if (node.op === "aggregate") return aggregateText(node, voice);
  if (node.op === "if") return choiceText(node, voice);
  if (node.op !== "negate") return voice.clause(node, voice);
  const inner = expressionText(node.arg, voice);
  return inBoth((at) => `−${isSum(node.arg) ? bracketed(inner)[at] : inner[at]}`);
}
