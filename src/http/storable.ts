import { violationsEn } from "./messages.en.ts";
import { violationsZh } from "./messages.zh.ts";
import type { Violation } from "./problem.ts";
import { prefixes, type RequestPart } from "./violation.ts";

/** A database keeps neither: it has no NUL in texts, and half a surrogate pair is no character. */
const unstorable = /\0|\p{Surrogate}/u;

/** Who sends one such text mostly sends many: a few places say enough. */
const mostTold = 20;

/** Each place of a part of a request whose text, or whose name, nobody could ever store. */
export function unstorableTexts(part: RequestPart, value: unknown): Violation[] {
  const found: string[] = [];
  search(value, prefixes[part], found);
  return found.map((pointer) => ({
    pointer,
    message: { zh: violationsZh.storable(), en: violationsEn.storable() },
  }));
}

function search(value: unknown, pointer: string, found: string[]): void {
  if (found.length >= mostTold) return;
  if (typeof value === "string" && unstorable.test(value)) found.push(pointer);
  if (Array.isArray(value)) value.forEach((held, at) => search(held, `${pointer}/${at}`, found));
  else if (typeof value === "object" && value !== null) searchNamed(value, pointer, found);
}

function searchNamed(value: object, pointer: string, found: string[]): void {
  for (const [name, held] of Object.entries(value)) {
    if (unstorable.test(name)) found.push(pointer);
    else search(held, `${pointer}/${name}`, found);
  }
}

/**
 * Whether the text of a JSON body can hold such a text at all: UTF-8 carries half of a pair as
 * little as JSON does a bare NUL, so that each would stand there as an escape.
 */
export const mayBeUnstorable = (json: string): boolean => /\\u(?:0000|d[89a-f])/i.test(json);
