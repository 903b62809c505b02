import { checkConstant, evaluateConstant, renderDiagnostic } from "../rules/index.ts";
import type { Command } from "../terminal/index.ts";

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
    const value = evaluateConstant(node.value);
    return { exit: 0, json: { value }, text: () => String(value) };
  },
};
