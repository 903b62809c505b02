import { toDecimal } from "../base/ratio.ts";
import {
  childrenOf,
  type BoundIr,
  type EffectIr,
  type Node,
  type Program,
  type RuleIr,
} from "../rules/index.ts";

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
  const leaf = printLeaf(program, node);
  if (leaf !== undefined) return leaf;
  const parts = childrenOf(node).map((part) => printNode(program, part));
  return `(${[...headOf(node), ...parts, ...tailOf(program, node)].join(" ")})`;
}

function printLeaf({ parameters, facts }: Program, node: Node): string | undefined {
  if (node.op === "boolean" || node.op === "date") return String(node.value);
  if (node.op === "number") return toDecimal(node.value);
  if (node.op === "text") return `"${node.value}"`;
  if (node.op === "words") return `[${node.options.map((one) => `"${one}"`).join(" ")}]`;
  if (node.op === "as_of") return node.op;
  if (node.op === "parameter") return parameters[node.parameter]?.name ?? "?";
  return node.op === "fact" ? (facts[node.fact]?.id ?? "?") : undefined;
}

/** What is done, and over or in what. */
function headOf(node: Node): readonly string[] {
  if (node.op === "compare") return [node.comparison];
  if (node.op === "aggregate") return [node.fold, node.level];
  if (node.op === "round") return [node.mode];
  if (node.op === "spelled") return [node.how];
  return node.op === "shift" || node.op === "elapsed" ? [node.op, node.unit] : [node.op];
}

/** The words that the parts are held against. */
function tailOf({ registers }: Program, node: Node): readonly string[] {
  if (node.op === "among") return node.options.map((one) => `"${one}"`);
  if (node.op === "holds") return [`"${node.option}"`];
  if (node.op === "spelled") return [`"${node.word}"`];
  return node.op === "listed" ? [registers[node.register]?.id ?? "?"] : [];
}
