import { parseRatio, toDecimal } from "../base/ratio.ts";
import { checkConstant, evaluateConstant, renderDiagnostic, type Value } from "../rules/index.ts";
import type { Command } from "../terminal/index.ts";

const truths = { T: true, F: false, U: "unknown", N: "not applicable" } as const;

/** A value as a program's reader writes it; a number that does not end stays a quotient. */
function plainValue(value: Value): boolean | string {
  switch (value.kind) {
    case "truth":
      return truths[value.truth];
    case "number": {
      const { n, d } = value.min;
      const decimal = toDecimal(value.min, 12);
      const back = parseRatio(decimal);
      return back?.n === n && back.d === d ? decimal : `${n}/${d}`;
    }
    case "words":
    case "list":
      return [...((value.kind === "words" ? value.options : value.certain) ?? [])].join(", ");
    case "not_applicable":
    case "undefined":
    case "open":
      return value.kind;
  }
}

/** `zhibu rules eval`: one expression that names no facts, by the exact arithmetic of rules. */
export const expressionCommand: Command = {
  name: "rules eval",
  means: {
    zh: "计算一个不含事实的表达式，例如 0.55 - 0.10 = 0.45",
    en: "evaluate an expression without facts, such as 0.55 - 0.10 = 0.45",
  },
  takes: [{ name: "expression", means: { zh: "FEEL 表达式", en: "FEEL expression" } }],
  run: async (call) => {
    const node = checkConstant(call.words.join(" "));
    if (!node.ok) {
      return {
        exit: 2,
        json: { diagnostics: node.refusal },
        text: (locale) => node.refusal.map((one) => renderDiagnostic(one, locale)).join("\n\n"),
      };
    }
    const value = plainValue(evaluateConstant(node.value));
    return { exit: 0, json: { value }, text: () => String(value) };
  },
};
