import { toDecimal } from "../base/ratio.ts";
import type { BoundIr, EffectIr, Node, Program, RuleIr } from "../rules/index.ts";

/** Prints a checked program so that a reader, or a golden file, sees what every text became. */
export function printProgram(program: Program): string {
  const rules = program.order.flatMap((index) => program.rules[index] ?? []);
  const combinations = program.combinations.map((one) => {
    const members = one.members.map((index) => program.rules[index]?.id).join(" ");
    const cap = one.cap ? `\n${printBound(program, one.cap)}` : "";
    return `combination ${one.id} ${one.stack}: ${members}${cap}\n`;
  });
  const parameters = program.parameters.map((one) => {
    const values = one.values.map(({ since, until = "", min, max }) => {
      const figure = toDecimal(min) === toDecimal(max) ? toDecimal(min) : `${toDecimal(min)}..`;
      return `${since}..${until} ${figure}${figure.endsWith("..") ? toDecimal(max) : ""}`;
    });
    return `parameter ${one.id}: ${values.join(", ")}\n`;
  });
  return [...parameters, ...rules.map((rule) => printRule(program, rule)), ...combinations].join(
    "",
  );
}

function printRule(program: Program, rule: RuleIr): string {
  const names = (facts: readonly number[]): string =>
    facts.map((fact) => program.facts[fact]?.id).join(" ");
  const lines = [`rule ${rule.id} for each ${rule.level}, since ${rule.since}`];
  if (rule.until !== undefined) lines.push(`  until ${rule.until}`);
  if (rule.condition) lines.push(`  when ${printNode(program, rule.condition)}`);
  lines.push(...rule.effects.map((effect) => printEffect(program, effect)));
  for (const text of rule.needsTexts) lines.push(`  needs ${text}`);
  for (const over of rule.overrides) lines.push(`  overrides ${program.rules[over]?.id}`);
  lines.push(`  reads ${names(rule.reads)}`.trimEnd());
  if (rule.splits.length > 0) lines.push(`  splits ${names(rule.splits)}`);
  return `${lines.join("\n")}\n`;
}

function printEffect(program: Program, effect: EffectIr): string {
  const { kind, target, force, amount, unit, step, bounds, wish, requires } = effect;
  const lines = [`  ${force} ${kind} ${target}`];
  if (amount) lines.push(`    amount ${printNode(program, amount)}`);
  if (unit !== undefined) lines.push(`    in ${unit}, step ${step ? toDecimal(step) : "none"}`);
  if (wish !== undefined) lines.push(`    wish ${program.facts[wish]?.id}`);
  lines.push(...bounds.map((bound) => printBound(program, bound)));
  lines.push(...requires.map((one) => `    requires ${one.title.en}`));
  return lines.join("\n");
}

const printBound = (program: Program, { id, direction, force, limit }: BoundIr): string =>
  `    ${force} ${id} ${direction} ${printNode(program, limit)}`;

/** One node as a bracketed expression: the operation first, then its parts. */
function printNode(program: Program, node: Node): string {
  const print = (part: Node): string => printNode(program, part);
  switch (node.op) {
    case "boolean":
      return String(node.value);
    case "number":
      return toDecimal(node.value);
    case "text":
      return `"${node.value}"`;
    case "date":
      return node.value;
    case "parameter":
      return program.parameters[node.parameter]?.name ?? "?";
    case "fact":
      return program.facts[node.fact]?.id ?? "?";
    case "and":
    case "or":
    case "min":
    case "max":
      return `(${[node.op, ...node.args.map(print)].join(" ")})`;
    case "not":
    case "negate":
      return `(${node.op} ${print(node.arg)})`;
    case "compare":
      return `(${node.comparison} ${print(node.left)} ${print(node.right)})`;
    case "among":
    case "holds":
    case "listed":
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "if":
    case "aggregate":
      return printOther(program, node);
  }
}

type Other = Extract<
  Node,
  {
    op:
      | "among"
      | "holds"
      | "listed"
      | "if"
      | "aggregate"
      | "add"
      | "subtract"
      | "multiply"
      | "divide";
  }
>;

function printOther(program: Program, node: Other): string {
  const print = (part: Node): string => printNode(program, part);
  switch (node.op) {
    case "among":
      return `(among ${print(node.arg)} ${node.options.map((one) => `"${one}"`).join(" ")})`;
    case "holds":
      return `(holds ${print(node.list)} "${node.option}")`;
    case "listed":
      return `(listed ${print(node.arg)} ${program.registers[node.register]?.id})`;
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return `(${node.op} ${print(node.left)} ${print(node.right)})`;
    case "if":
      return `(if ${print(node.condition)} ${print(node.then)} ${print(node.otherwise)})`;
    case "aggregate":
      return `(${node.fold} ${node.level} ${print(node.body)})`;
  }
}
