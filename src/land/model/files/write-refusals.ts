import { rowFaultsEn } from "../../messages.en.ts";
import { rowFaultsZh } from "../../messages.zh.ts";
import type { RowFault } from "./table.ts";
import { csvText } from "./write-text.ts";

const heading = ["row", "code", "原因", "reason", "longitude", "latitude", "detail"];

/** Why rows were refused, as a table that people open: no text in it is a formula. */
export function writeRefusals(
  refusals: readonly { readonly number: number; readonly fault: RowFault }[],
): Uint8Array {
  const rows = refusals.map(({ number, fault }) => [
    number,
    fault.code,
    rowFaultsZh[fault.code],
    rowFaultsEn[fault.code],
    fault.at?.[0] ?? null,
    fault.at?.[1] ?? null,
    fault.detail ?? null,
  ]);
  return new TextEncoder().encode(csvText([heading, ...rows]));
}
