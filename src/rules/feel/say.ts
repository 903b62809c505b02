import type { Bilingual } from "../../base/message.ts";
import type { ErrorCode, RefusalCode } from "./codes.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";

/** Says in both languages why an expression is null or is not evaluated. */
export const sayFeel = (code: ErrorCode | RefusalCode): Bilingual => ({
  zh: zh[code],
  en: en[code],
});
