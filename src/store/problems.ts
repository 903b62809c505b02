import type { Bilingual } from "../base/message.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";

/** Every code that the store may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = [
  ...Object.keys(zh.faults),
  ...Object.keys(zh.open),
  ...Object.keys(zh.restore),
];

/** The sentence of a refusal to open. */
export function openRefusalText(refusal: OpenRefusal): Bilingual {
  return { zh: say(zh.open, refusal), en: say(en.open, refusal) };
}

/** The sentence of a refusal to restore or to move; where a database was not opened, that one. */
export function restoreRefusalText(refusal: RestoreRefusal | OpenRefusal): Bilingual {
  if (!isRestoreRefusal(refusal)) return openRefusalText(refusal);
  return { zh: say(zh.restore, refusal), en: say(en.restore, refusal) };
}

const isRestoreRefusal = (refusal: RestoreRefusal | OpenRefusal): refusal is RestoreRefusal =>
  Object.hasOwn(zh.restore, refusal.code);

type Sentences<Refusal extends { code: string }> = {
  [Code in Refusal["code"]]: (refusal: Extract<Refusal, { code: Code }>) => string;
};

function say<Refusal extends { code: string }>(
  sentences: Sentences<Refusal>,
  refusal: Refusal,
): string {
  const sentence = sentences[refusal.code as Refusal["code"]] as (refusal: Refusal) => string;
  return sentence(refusal);
}
