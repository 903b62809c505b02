import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Stated } from "../case/model.ts";
import { stateIn } from "../evaluate/scope.ts";
import type { Truth } from "../evaluate/truth.ts";
import type { FactIr, Node } from "../ir.ts";
import { factOf } from "./clause.ts";
import { expressionText, optionText, statedText } from "./expression.ts";
import type { Voice } from "./voice.ts";
import { amid, either, inBoth } from "./wording.ts";

export type Leaf = { readonly truth: Truth; readonly isNegated: boolean; readonly voice: Voice };

/** "无偿提供：是" · "Free of charge: yes". */
export function factText(fact: FactIr, stated: Stated): Bilingual {
  const { label } = fact.definition;
  const value = statedText(fact, stated);
  return bilingual(`${label.zh}：${value.zh}`, `${label.en}: ${value.en}`);
}

/** A yes that should be a no says so; a no that should be a yes is plain enough. */
export function yesNoText(text: Bilingual, { truth, isNegated }: Leaf): Bilingual {
  if (!isNegated || truth === "T" || truth === "N") return text;
  return bilingual(`${text.zh}，要为否`, `${text.en}; it must be no`);
}

type Member = Leaf & { readonly arg: Node; readonly options: readonly string[] };

/** A word held against the words that are asked for; where it is none of them, they are named. */
export function memberText({ truth, isNegated, voice, arg, options }: Member): Bilingual {
  const found = valueText(arg, voice);
  if (truth === "T" || truth === "N") return found;
  const list = either(options.map((option) => optionText(factOf(arg, voice), option)));
  const isList = arg.type.kind === "list";
  const asked = isNegated
    ? bilingual(isList ? "不能含" : "不能是", isList ? "must not hold" : "must not be")
    : bilingual(isList ? "要包含" : "要是", isList ? "must hold" : "must be");
  return bilingual(`${found.zh}，${asked.zh}${list.zh}`, `${found.en}; it ${asked.en} ${list.en}`);
}

function valueText(arg: Node, voice: Voice): Bilingual {
  const fact = factOf(arg, voice);
  if (fact && voice.scope && arg.op === "fact")
    return factText(fact, stateIn(voice.scope, arg.fact));
  return expressionText(arg, voice);
}

type Listed = Leaf & { readonly arg: Node; readonly register: number };

export function listedText({ truth, isNegated, voice, arg, register }: Listed): Bilingual {
  const found = valueText(arg, voice);
  const list = voice.edition.program.registers[register];
  const title = list ? amid(list.title) : bilingual("名单", "the list");
  if (list?.state === "empty") {
    return bilingual(
      `${found.zh}；名单“${title.zh}”还没有导入`,
      `${found.en}; the list "${title.en}" is not imported yet`,
    );
  }
  const isOn = (truth === "T") !== isNegated;
  if (truth === "T" || truth === "F") {
    return bilingual(
      `${found.zh}，${isOn ? "在" : "不在"}“${title.zh}”里`,
      `${found.en}, ${isOn ? "on" : "not on"} "${title.en}"`,
    );
  }
  return bilingual(
    `${found.zh}，要看是否在“${title.zh}”里`,
    `${found.en}; it depends on whether it is on "${title.en}"`,
  );
}

export function choiceText(truth: Truth): Bilingual {
  if (truth === "T")
    return bilingual("前提成立，看下一项", "The premise holds, so the next applies");
  if (truth === "F") {
    return bilingual("前提不成立，看另一项", "The premise fails, so the other one applies");
  }
  return inBoth((at) => (at === "zh" ? "前提还不能判断" : "The premise is still open"));
}
