import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Outcome } from "../evaluate/outcome.ts";
import type { Node } from "../ir.ts";
import { factOf, relationOf } from "./clause.ts";
import { expressionText, optionText, valueText } from "./expression.ts";
import { memberText, type Leaf } from "./leaf-text.ts";
import { opposite, words } from "./wording.ts";

type Compare = Extract<Node, { op: "compare" }>;
type Compared = Leaf & { readonly outcome: Outcome; readonly node: Compare };

/** "申请市级指标 5,001 m² 超过 新增规模 10,000 m² × 50%（即 5,000 m²）". */
export function compareText(compared: Compared): Bilingual {
  const { node, isNegated, truth, voice } = compared;
  const { left, right } = node;
  const comparison = isNegated ? opposite[node.comparison] : node.comparison;
  if (right.op === "text") {
    const leaf = { truth, voice, isNegated: comparison === "!=" };
    return memberText({ ...leaf, arg: left, options: [right.value] });
  }
  if (left.type.kind !== "number" && left.type.kind !== "date") return equalText(compared);
  const [first, second] = [side(compared, 0), side(compared, 1)];
  const held = relationOf(left, truth === "F" ? opposite[comparison] : comparison);
  if (truth === "T" || truth === "F") {
    return bilingual(`${first.zh} ${held.zh} ${second.zh}`, `${first.en} ${held.en} ${second.en}`);
  }
  if (truth === "N") {
    return bilingual(
      `${first.zh} 与 ${second.zh} 没法比较，因为有一项不适用`,
      `${first.en} and ${second.en} cannot be compared: one of them does not apply`,
    );
  }
  return bilingual(
    `要看 ${first.zh} 是否${held.zh} ${second.zh}`,
    `It depends on whether ${first.en} ${held.en} ${second.en}`,
  );
}

/** One side of a comparison, with what it comes to where it is reckoned. */
function side({ node, outcome, voice }: Compared, index: 0 | 1): Bilingual {
  const part = index === 0 ? node.left : node.right;
  const text = expressionText(part, voice);
  const value = outcome.parts[index]?.value;
  const isPlain = ["fact", "number", "parameter", "date", "aggregate"].includes(part.op);
  const total = isPlain || !value ? undefined : valueText(part, value, voice);
  if (!total) return text;
  return bilingual(`${text.zh}（即 ${total.zh}）`, `${text.en} (that is ${total.en})`);
}

/** Two words that should be the same or should differ. */
function equalText({ node, truth, voice }: Compared): Bilingual {
  const [first, second] = [wordText(node.left, voice), wordText(node.right, voice)];
  const isSame = (node.comparison === "=") === (truth === "T");
  if (truth === "T" || truth === "F") {
    return bilingual(
      `${first.zh} 与 ${second.zh} ${isSame ? "相同" : "不同"}`,
      `${first.en} and ${second.en} are ${isSame ? "the same" : "different"}`,
    );
  }
  return bilingual(
    `要看 ${first.zh} 与 ${second.zh} 是否相同`,
    `It depends on whether ${first.en} and ${second.en} are the same`,
  );
}

function wordText(node: Node, voice: Compared["voice"]): Bilingual {
  if (node.op === "text") return optionText(factOf(node, voice), node.value);
  if (node.op === "boolean") return node.value ? words.yes : words.no;
  return expressionText(node, voice);
}
