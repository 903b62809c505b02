import type { Bilingual } from "../../base/message.ts";
import type { Code, Finding, Holes } from "./findings.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";

/** What a finding says in one language: the sentence, and what to write instead. */
export type Said = readonly [message: string, hint?: string];

/** The sentences of one language, by code. */
export type Messages = { readonly [C in Code]: (holes: Holes[C]) => Said };

/** A finding in both languages. */
export function sentences({ code, holes }: Pick<Finding, "code" | "holes">): {
  message: Bilingual;
  hint?: Bilingual;
} {
  const [chinese, chineseHint] = (zh[code] as (holes: unknown) => Said)(holes);
  const [english, englishHint] = (en[code] as (holes: unknown) => Said)(holes);
  const message = { zh: chinese, en: english };
  if (chineseHint === undefined || englishHint === undefined) return { message };
  return { message, hint: { zh: chineseHint, en: englishHint } };
}

/** All codes, for whoever lists them. */
export const codes = Object.keys(en) as readonly Code[];
