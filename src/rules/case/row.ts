import { bilingual, type Bilingual } from "../../base/message.ts";
import type { CaseRefusal } from "./reasons.ts";
import { refuseAt } from "./refusals.ts";

/** One case of a text, before it is read: where it stands and what it states. */
export type Row = {
  /** The line or the place in the list, counting from 1; absent where the text is one case. */
  readonly row: number | undefined;
  readonly pointer: string;
  readonly raw: unknown;
  /** The id of the case where the facts give none. */
  readonly id: string | undefined;
};

/** What a text holds, and everything that was wrong with the text itself. */
export type Rows = { readonly rows: readonly Row[]; readonly refusals: readonly CaseRefusal[] };

export const only = (raw: unknown): Row => ({ row: undefined, pointer: "", raw, id: undefined });

export const numbered = (raw: unknown, index: number): Row => ({
  row: index + 1,
  pointer: `/${index}`,
  raw,
  id: String(index + 1),
});

type Spot = { readonly kind: string; readonly line: number; readonly column: number };

export const broken = (spot: Spot, detail: Bilingual): CaseRefusal =>
  refuseAt("", "broken_text", { ...spot, detail });

/** Line and column, counting from 1, of an offset into a text. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - start + 1 };
}

const ended = bilingual("文件没有写完", "the text ends too early");
const unexpected = bilingual("这里的符号不该出现", "an unexpected character");

/** Reads JSON, or says where it breaks. */
export function parseJson(text: string, line = 1): { value: unknown } | { refusal: CaseRefusal } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const spot = lineAt(text, place === undefined ? text.length : Number(place));
    const detail = place === undefined ? ended : unexpected;
    return {
      refusal: broken({ kind: "JSON", line: spot.line + line - 1, column: spot.column }, detail),
    };
  }
}
