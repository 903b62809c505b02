import { english } from "./messages.en.ts";
import { chinese } from "./messages.zh.ts";
import type { CaseCode, CaseMessages, CaseReasons, CaseRefusal } from "./reasons.ts";

const say = <Code extends CaseCode>(
  messages: CaseMessages,
  code: Code,
  reason: CaseReasons[Code],
) => messages[code](reason);

/** Puts a reason into words, at the place where it was found. */
export function refuseAt<Code extends CaseCode>(
  pointer: string,
  code: Code,
  reason: CaseReasons[Code],
): CaseRefusal {
  const message = { zh: say(chinese, code, reason), en: say(english, code, reason) };
  return { code, ...reason, pointer, message } as unknown as CaseRefusal;
}

/** A refusal is worth reading a thousand times at most; beyond that only their number is told. */
const shownMax = 1000;

export function boundRefusals(refusals: readonly CaseRefusal[]): readonly CaseRefusal[] {
  if (refusals.length <= shownMax) return refusals;
  const more = refuseAt("", "and_more", { count: refusals.length - shownMax });
  return [...refusals.slice(0, shownMax), more];
}

/** Appends one reference token to a JSON pointer (RFC 6901). */
export const under = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
