import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import { nearest } from "../resolve/nearest.ts";
import type { FiguresIr } from "../resolve/scope.ts";
import { spend, type Checking } from "./checking.ts";
import { hasOption } from "./logic.ts";
import { wrongCount } from "./rounding.ts";
import { sizeOf } from "./tree.ts";
import { boolean } from "./units.ts";

type Call = Extract<Syntax, { op: "call" }>;

/** A word that is asked for, and the register that it is looked up in. */
type Asked = { readonly arg: Node; readonly register: number; readonly word: Node };

/** `listed(fact, "register")`: whether the value stands in a register. */
export function checkListed(checking: Checking, call: Call): Node | undefined {
  const asked = readAsked(checking, call);
  if (!asked) return undefined;
  const { arg, register } = asked;
  return { op: "listed", register, arg, type: boolean, span: spanOf(call) };
}

/**
 * `listed figure(fact, "register")`: the figure that a register gives for the value. It is written
 * out, one choice for each entry. Where the register is empty or gives none, the figure lies
 * anywhere between the bounds that the register names.
 */
export function checkListedFigure(checking: Checking, call: Call): Node | undefined {
  const asked = readAsked(checking, call);
  if (!asked) return undefined;
  const { register, word } = asked;
  const figures = checking.scope.registerFigures.get(register);
  if (!figures) {
    const name = word.op === "text" ? word.value : "";
    return checking.note("register_without_figures", { name }, word.span);
  }
  const entries = [...figures.byEntry.keys()];
  if (!entries.every((entry) => isKnown(checking, asked, entry))) return undefined;
  const node = writtenOut(asked, figures, spanOf(call));
  return spend(checking, sizeOf(node), node.span) ? node : undefined;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function readAsked(checking: Checking, call: Call): Asked | undefined {
  const [first, second] = call.args;
  if (!first || !second || call.args.length !== 2) return wrongCount(checking, call, 2);
  const arg = checking.check(checking, first);
  const word = checking.check(checking, second);
  if (!arg || !word) return undefined;
  if (word.op !== "text") {
    return checking.note("type_unfit", { expected: "text", found: word.type.kind }, second);
  }
  if (arg.type.kind !== "enumeration" && arg.type.kind !== "text") {
    return checking.note("type_unfit", { expected: "text", found: arg.type.kind }, arg.span);
  }
  const { registers } = checking.scope;
  const register = registers.get(word.value);
  if (register !== undefined) return { arg, register, word };
  const near = nearest(word.value, registers.keys());
  return checking.note("register_unknown", { name: word.value, nearest: near }, word.span);
}

const isKnown = (checking: Checking, { arg, word }: Asked, value: string): boolean =>
  hasOption(checking, arg, { op: "text", value, type: { kind: "text" }, span: word.span });

/** While nobody has imported the list, the whole choice is open and says which list it lacks. */
function writtenOut({ arg, register }: Asked, figures: FiguresIr, span: Span): Node {
  const { type, byEntry, open } = figures;
  const figure = (parameter: number): Node => ({ op: "parameter", parameter, type, span });
  const choice = [...byEntry].reduceRight<Node>((otherwise, [entry, parameter]) => {
    const condition: Node = { op: "among", arg, options: [entry], type: boolean, span };
    return { op: "if", condition, then: figure(parameter), otherwise, type, span };
  }, figure(open));
  const condition: Node = { op: "listed", register, arg, type: boolean, span };
  return { op: "if", condition, then: choice, otherwise: figure(open), type, span, register };
}
