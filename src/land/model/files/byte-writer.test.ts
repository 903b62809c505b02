import { expect, test } from "vitest";
import { ByteWriter } from "./byte-writer.ts";

test.each<["byte" | "short" | "int" | "big" | "double", number]>([
  ["byte", 1],
  ["short", 2],
  ["int", 4],
  ["big", 4],
  ["double", 8],
])("numbers written by %s outgrow the first room, and none is lost", (name, size) => {
  const out = new ByteWriter();
  const count = 5_000;
  for (let value = 0; value < count; value += 1) out[name](value % 200);
  const bytes = out.bytes();
  expect(bytes).toHaveLength(count * size);
  const view = new DataView(bytes.buffer);
  const read = (at: number): number => {
    if (name === "byte") return view.getUint8(at);
    if (name === "short") return view.getUint16(at, true);
    if (name === "double") return view.getFloat64(at, true);
    return view.getInt32(at, name === "int");
  };
  for (let value = 0; value < count; value += 1) {
    expect(read(value * size)).toBe(value % 200);
  }
});
