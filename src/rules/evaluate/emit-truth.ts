import { writeCompare } from "./emit-compare.ts";
import { writeOver } from "./emit-over.ts";
import type { Emitter } from "./emit.ts";
import type { TruthPlan } from "./plan.ts";
import { inapplicable, inapplicableWord, no, unknown, unknownWord, yes } from "./rows.ts";

type Of<Op extends TruthPlan["op"]> = Extract<TruthPlan, { op: Op }>;

/** Writes the statements of a condition, and gives the name of its code. */
export function writeTruth(plan: TruthPlan, emitter: Emitter): string {
  switch (plan.op) {
    case "constant":
      return String(plan.code);
    case "fact":
      return declare(emitter, emitter.cell("low", plan));
    case "every":
      return writeAll(plan.args, [no, yes], emitter);
    case "some":
      return writeAll(plan.args, [yes, no], emitter);
    case "not": {
      const arg = emitter.truth(plan.arg);
      return declare(emitter, `${arg} < ${unknown} ? 1 - ${arg} : ${arg}`);
    }
    case "compare":
      return writeCompare(plan, emitter);
    case "same":
      return writeSame(plan, emitter);
    case "option":
      return writeOption(plan, emitter);
    case "text":
    case "spelled":
    case "member":
      return writeWords(plan, emitter);
    case "waiting":
      return writeWaiting(plan, emitter);
    case "choice":
      return writeChoice(plan, emitter);
    case "over":
      return writeOver(plan, emitter);
    case "exact":
      return declare(emitter, emitter.prove(plan.node));
  }
}

function declare(emitter: Emitter, text: string): string {
  const name = emitter.name("truth");
  emitter.line(`const ${name} = ${text};`);
  return name;
}

/** `and` and `or` mirror each other: what wins ends the block. */
function writeAll(
  args: readonly TruthPlan[],
  [wins, rest]: readonly [number, number],
  emitter: Emitter,
): string {
  const [out, block] = [emitter.name("truth"), emitter.name("block")];
  emitter.line(`let ${out} = ${rest}; ${block}: {`);
  for (const arg of args) {
    const truth = emitter.truth(arg);
    emitter.line(`if (${truth} === ${wins}) { ${out} = ${wins}; break ${block}; }`);
    emitter.line(`if (${truth} === ${unknown}) ${out} = ${unknown};`);
    emitter.line(
      `else if (${truth} === ${inapplicable} && ${out} === ${rest}) ${out} = ${inapplicable};`,
    );
  }
  emitter.line("}");
  return out;
}

function writeSame({ left, right }: Of<"same">, emitter: Emitter): string {
  const [a, b] = [emitter.truth(left), emitter.truth(right)];
  const isGone = `${a} === ${inapplicable} || ${b} === ${inapplicable}`;
  const isOpen = `${a} === ${unknown} || ${b} === ${unknown}`;
  const same = `${a} === ${b} ? ${yes} : ${no}`;
  return declare(emitter, `${isGone} ? ${inapplicable} : ${isOpen} ? ${unknown} : ${same}`);
}

function writeOption(plan: Of<"option">, emitter: Emitter): string {
  const option = declare(emitter, emitter.cell("low", plan));
  const taken = plan.accepted.flatMap((is, index) => (is ? [`${option} === ${index}`] : []));
  const known = taken.length === 0 ? String(no) : `${taken.join(" || ")} ? ${yes} : ${no}`;
  const isGone = `${option} === ${inapplicableWord} ? ${inapplicable}`;
  return declare(emitter, `${option} === ${unknownWord} ? ${plan.unknown} : ${isGone} : ${known}`);
}

const spellings = {
  contains: "includes",
  "starts with": "startsWith",
  "ends with": "endsWith",
} as const;

/** What is asked of a text or of a list. The words pass through JSON. */
function writeAsked(plan: Of<"text" | "spelled" | "member">, words: string): string {
  if (plan.op === "text") return `${JSON.stringify([...plan.accepted])}.includes(${words})`;
  const [test, word] =
    plan.op === "spelled" ? [spellings[plan.how], plan.word] : ["includes", plan.option];
  return `${words}.${test}(${JSON.stringify(word)})`;
}

/** A text among words or spelled in some way, or a list that holds one. */
function writeWords(plan: Of<"text" | "spelled" | "member">, emitter: Emitter): string {
  const words = declare(emitter, emitter.cell("words", plan));
  const isMet = writeAsked(plan, words);
  const open = plan.op === "member" ? plan.unknown : unknown;
  const isGone = `${words} === null ? ${inapplicable}`;
  return declare(
    emitter,
    `${words} === undefined ? ${open} : ${isGone} : ${isMet} ? ${yes} : ${no}`,
  );
}

function writeWaiting(plan: Of<"waiting">, emitter: Emitter): string {
  const cell = emitter.cell(plan.isText ? "words" : "low", plan);
  const isGone = `${cell} === ${plan.isText ? "null" : inapplicableWord}`;
  return declare(emitter, `${isGone} ? ${inapplicable} : ${unknown}`);
}

function writeChoice(plan: Of<"choice">, emitter: Emitter): string {
  const truth = emitter.truth(plan.condition);
  const out = emitter.name("truth");
  emitter.line(`let ${out} = ${inapplicable}; if (${truth} === ${yes}) {`);
  emitter.line(`${out} = ${emitter.truth(plan.then)};`);
  emitter.line(`} else if (${truth} === ${no}) {`);
  emitter.line(`${out} = ${emitter.truth(plan.otherwise)};`);
  emitter.line(`} else if (${truth} === ${unknown}) {`);
  const [a, b] = [emitter.truth(plan.then), emitter.truth(plan.otherwise)];
  const isCertain = `(${a} === ${inapplicable} || !${emitter.anyGone(plan.reads)})`;
  emitter.line(`${out} = ${a} === ${b} && ${isCertain} ? ${a} : ${unknown}; }`);
  return out;
}
