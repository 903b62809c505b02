import { parseDocument } from "yaml";
import { expect, test } from "vitest";
import { keysTwice } from "./yaml-keys.ts";

const twiceIn = (text: string) =>
  keysTwice(parseDocument(text, { uniqueKeys: false })).map(({ value, range }) => [
    value,
    range?.[0],
  ]);

test("a key that stands again in its own mapping is found where it stands again", () => {
  expect(twiceIn("a: 1\nb: { c: 1, c: 2 }\na: 3\n")).toEqual([
    ["a", 23],
    ["c", 16],
  ]);
});

test("the same key in two mappings is no fault, nor are a number and a text", () => {
  expect(twiceIn('- { a: 1 }\n- { a: 1, 1: x, "1": y }\n')).toEqual([]);
});

test("a mapping of 60,000 keys is read through once", () => {
  const keys = Array.from({ length: 60_000 }, (_, at) => `key_${at}: 1`);
  expect(twiceIn([...keys, "key_7: 2"].join("\n"))).toEqual([["key_7", expect.any(Number)]]);
});
