import type { Node, Program } from "../ir.ts";
import type { NodeOf } from "./change.ts";
import {
  addSums,
  constantSum,
  divideSums,
  multiplySums,
  negateSum,
  sumKey,
  termSum,
  type Sum,
} from "./sum-form.ts";

type Figures = Pick<Program, "parameters">;
type Form = (node: Node) => string;

/** A number as a sum of terms; `form` writes the conditions inside it. */
export function sumOf(node: Node, law: Figures, form: Form): Sum {
  const sum = (part: Node): Sum => sumOf(part, law, form);
  switch (node.op) {
    case "number":
      return constantSum(node.value);
    case "parameter":
      return parameterSum(node.parameter, law);
    case "fact":
      return termSum(`fact ${node.fact}`);
    case "add":
      return addSums(sum(node.left), sum(node.right));
    case "subtract":
      return addSums(sum(node.left), negateSum(sum(node.right)));
    case "multiply":
      return multiplySums(sum(node.left), sum(node.right));
    case "divide":
      return divideSums(sum(node.left), sum(node.right));
    case "negate":
      return negateSum(sum(node.arg));
    case "min":
    case "max":
      return extremeSum(node, sum);
    case "if":
      return branchSum(node, sum, form);
    case "abs":
      return termSum(`abs(${form(node.arg)})`);
    case "round":
      return termSum(`${node.mode}(${form(node.arg)},${form(node.step)})`);
    case "tally":
      return termSum(`tally(${node.args.map(form).sort().join(",")})`);
    case "aggregate":
      return aggregateSum(node, form);
    case "elapsed":
      return termSum(`elapsed(${[node.from, node.to].map(form).join(",")},${node.unit})`);
    case "boolean":
    case "text":
    case "words":
    case "spelled":
    case "date":
    case "as_of":
    case "shift":
    case "and":
    case "or":
    case "not":
    case "compare":
    case "among":
    case "holds":
    case "listed":
      return termSum(form(node));
  }
}

/** A figure that is one number at all times is that number. */
function parameterSum(index: number, { parameters }: Figures): Sum {
  const values = parameters[index]?.values ?? [];
  const [value, ...more] = values;
  const isAlways = value?.since === "unknown" && value.until === undefined && more.length === 0;
  const isOne = value && value.min.n === value.max.n && value.min.d === value.max.d;
  if (isAlways && isOne) return constantSum(value.min);
  return termSum(`parameter(${values.map(figureKey).join(" ")})`);
}

function branchSum(node: NodeOf<"if">, sum: (part: Node) => Sum, form: Form): Sum {
  const condition = form(node.condition);
  if (condition === "true") return sum(node.then);
  if (condition === "false") return sum(node.otherwise);
  const [then, otherwise] = [sumKey(sum(node.then)), sumKey(sum(node.otherwise))];
  return termSum(condition === "N" ? condition : `if(${condition},${then},${otherwise})`);
}

function aggregateSum({ fold, level, body, filter }: NodeOf<"aggregate">, form: Form): Sum {
  const which = filter ? `,${form(filter)}` : "";
  return termSum(`${fold}(${level},${form(body)}${which})`);
}

type Figure = Program["parameters"][number]["values"][number];

const figureKey = ({ since, until = "", min, max }: Figure): string =>
  `${since}..${until}:${min.n}/${min.d}..${max.n}/${max.d}`;

/** The least of one number is that number. */
function extremeSum(node: NodeOf<"min" | "max">, sum: (part: Node) => Sum): Sum {
  const sums = node.args.map((arg) => sum(arg));
  const keys = [...new Set(sums.map(sumKey))].sort();
  const [only] = sums;
  return only && keys.length === 1 ? only : termSum(`${node.op}(${keys.join(",")})`);
}
