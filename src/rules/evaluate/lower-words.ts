import type { FactIr, Node } from "../ir.ts";
import type { Edition } from "./edition.ts";
import type { TruthPlan } from "./plan.ts";
import { levelNumber, no, unknown, yes } from "./rows.ts";
import { factAt } from "./scope.ts";

type Words = Extract<Node, { op: "compare" | "among" | "holds" | "listed" }>;

/** The words that a fact is held against; undefined where it is not one fact against literals. */
function question(node: Words, edition: Edition): readonly [Node, readonly string[]] | undefined {
  switch (node.op) {
    case "among":
      return [node.arg, node.options];
    case "holds":
      return [node.list, [node.option]];
    case "listed": {
      const register = edition.program.registers[node.register];
      return register?.state === "imported" ? [node.arg, register.entries] : undefined;
    }
    case "compare":
      if (node.right.op === "text") return [node.left, [node.right.value]];
      return node.left.op === "text" ? [node.right, [node.left.value]] : undefined;
  }
}

/** What can be said while the option is not known: only what holds of every option. */
function whileUnknown(accepted: readonly boolean[]): number {
  if (accepted.length === 0) return unknown;
  if (accepted.every(Boolean)) return yes;
  return accepted.some(Boolean) ? unknown : no;
}

type Held = { readonly fact: FactIr; readonly index: number; readonly words: readonly string[] };

function hold({ fact, index, words }: Held): TruthPlan | undefined {
  const at = { level: levelNumber[fact.level], fact: index };
  const accepted = new Set(words);
  if (fact.type.kind === "enumeration") {
    const options = fact.type.options.map((option) => accepted.has(option));
    return { op: "option", ...at, accepted: options, unknown: whileUnknown(options) };
  }
  if (fact.type.kind === "text") return { op: "text", ...at, accepted };
  const [option] = words;
  if (fact.type.kind !== "list" || option === undefined) return undefined;
  const { options } = fact.type;
  return {
    op: "member",
    ...at,
    option,
    unknown: options?.includes(option) === false ? no : unknown,
  };
}

/** Lowers a question about the spelling of one text fact. */
export function lowerSpelled(node: Extract<Node, { op: "spelled" }>, edition: Edition): TruthPlan {
  const { arg, how, word } = node;
  const fact = arg.op === "fact" ? factAt(edition, arg.fact) : undefined;
  if (arg.op !== "fact" || fact?.type.kind !== "text") return { op: "exact", node };
  return { op: "spelled", level: levelNumber[fact.level], fact: arg.fact, how, word };
}

/** A register that is still empty; undefined where something stands in it. */
function waitFor(node: Words, edition: Edition): TruthPlan | undefined {
  if (node.op !== "listed" || node.arg.op !== "fact") return undefined;
  const { register } = node;
  if (edition.program.registers[register]?.state === "imported") return undefined;
  const { fact } = node.arg;
  const { level, type } = factAt(edition, fact);
  const isText = type.kind === "text";
  return { op: "waiting", level: levelNumber[level], fact, register, isText };
}

/** Lowers a question about one enumeration, text or list fact. */
export function lowerWords(node: Words, edition: Edition): TruthPlan {
  const waiting = waitFor(node, edition);
  if (waiting) return waiting;
  const [arg, words] = question(node, edition) ?? [];
  if (arg?.op !== "fact" || !words) return { op: "exact", node };
  const fact = factAt(edition, arg.fact);
  const plan = hold({ fact, index: arg.fact, words });
  if (!plan) return { op: "exact", node };
  return plan;
}
