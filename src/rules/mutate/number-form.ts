import type { Node, Program } from "../ir.ts";
import type { NodeOf } from "./change.ts";
import { choosingForm } from "./choosing-form.ts";
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

type Writing = { readonly law: Figures; readonly form: Form; readonly sum: (part: Node) => Sum };
type SumBy = { readonly [Op in Node["op"]]: (node: NodeOf<Op>, writing: Writing) => Sum };

const opaque = (node: Node, { form }: Writing): Sum => termSum(form(node));

const sumBy: SumBy = {
  number: ({ value }) => constantSum(value),
  parameter: ({ parameter }, { law }) => parameterSum(parameter, law),
  fact: ({ fact }) => termSum(`fact ${fact}`),
  add: ({ left, right }, { sum }) => addSums(sum(left), sum(right)),
  subtract: ({ left, right }, { sum }) => addSums(sum(left), negateSum(sum(right))),
  multiply: ({ left, right }, { sum }) => multiplySums(sum(left), sum(right)),
  divide: ({ left, right }, { sum }) => divideSums(sum(left), sum(right)),
  negate: ({ arg }, { sum }) => negateSum(sum(arg)),
  min: (node, { sum }) => extremeSum(node, sum),
  max: (node, { sum }) => extremeSum(node, sum),
  if: (node, { sum, form }) => branchSum(node, sum, form),
  abs: ({ arg }, { form }) => termSum(`abs(${form(arg)})`),
  round: ({ mode, arg, step }, { form }) => termSum(`${mode}(${form(arg)},${form(step)})`),
  tally: ({ args }, { form }) =>
    termSum(
      `tally(${args
        .map((arg) => choosingForm(arg, form))
        .sort()
        .join(",")})`,
    ),
  aggregate: (node, { form }) => aggregateSum(node, form),
  elapsed: ({ from, to, unit }, { form }) =>
    termSum(`elapsed(${[from, to].map(form).join(",")},${unit})`),
  boolean: opaque,
  text: opaque,
  words: opaque,
  spelled: opaque,
  date: opaque,
  as_of: opaque,
  shift: opaque,
  and: opaque,
  or: opaque,
  not: opaque,
  compare: opaque,
  among: opaque,
  holds: opaque,
  listed: opaque,
};

/** A number as a sum of terms; `form` writes the conditions inside it. */
export function sumOf(node: Node, law: Figures, form: Form): Sum {
  const sum = (part: Node): Sum => sumOf(part, law, form);
  return (sumBy[node.op] as (node: Node, writing: Writing) => Sum)(node, { law, form, sum });
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
  if (condition === "N") return termSum(condition);
  return termSum(`if(${choosingForm(node.condition, form)},${then},${otherwise})`);
}

function aggregateSum({ fold, level, body, filter }: NodeOf<"aggregate">, form: Form): Sum {
  const which = filter ? `,${choosingForm(filter, form)}` : "";
  const what = fold === "count" ? choosingForm(body, form) : form(body);
  return termSum(`${fold}(${level},${what}${which})`);
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
