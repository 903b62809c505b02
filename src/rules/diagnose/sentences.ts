import type { Bilingual } from "../../base/message.ts";
import type { Code, Finding, Holes, Messages, Said } from "./findings.ts";
import { en as expressionEn } from "./expression/messages.en.ts";
import { zh as expressionZh } from "./expression/messages.zh.ts";
import { en as packEn } from "./pack/messages.en.ts";
import { zh as packZh } from "./pack/messages.zh.ts";

const zh: Messages<Holes> = { ...expressionZh, ...packZh };
const en: Messages<Holes> = { ...expressionEn, ...packEn };

/** A finding in both languages. */
export function sentences({ code, holes }: Pick<Finding, "code" | "holes">): {
  message: Bilingual;
  hint: Bilingual;
} {
  const [chinese, chineseHint] = (zh[code] as (holes: unknown) => Said)(holes);
  const [english, englishHint] = (en[code] as (holes: unknown) => Said)(holes);
  return {
    message: { zh: chinese, en: english },
    hint: { zh: chineseHint, en: englishHint },
  };
}

/** All codes, for whoever lists them. */
export const codes = Object.keys(en) as readonly Code[];

/** Those of them that are about an expression. */
export const expressionCodes = Object.keys(expressionEn) as readonly Code[];
