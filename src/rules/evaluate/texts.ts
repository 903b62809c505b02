import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Program } from "../ir.ts";
import { reason, type Reason } from "./messages.ts";

/** What a text that rules lean on is called. */
export const textTitle = ({ registers }: Program, id: string): Bilingual =>
  registers.find((register) => register.id === id)?.title ?? bilingual(id, id);

/** Why a rule that leans on a text is open: nobody has it, or nobody has coded the rule from it. */
export function textReason(program: Program, id: string): Reason {
  const isAtHand = program.registers.some((one) => one.id === id && one.state === "imported");
  return reason(isAtHand ? "text_uncoded" : "needs_text", textTitle(program, id));
}
