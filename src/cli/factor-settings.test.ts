import { expect, test } from "vitest";
import { factorOf } from "./factor-settings.ts";

const [one, other] = ["0a".repeat(32), "0b".repeat(32)];

test("nothing said means that nobody can have a second factor, and none is demanded", () => {
  expect(factorOf({})).toEqual({ keys: [], demand: "offered" });
});

test("the first key seals, and those after it still open", () => {
  const { keys } = factorOf({ ZHIBU_FACTOR_KEY: `${one}\n${other}\n` });
  expect(keys).toEqual([one, other].map((key) => Buffer.from(key, "hex")));
});

test.each([
  [{ ZHIBU_FACTOR_KEY: "abc" }, /64/],
  [{ ZHIBU_FACTOR_KEY: `${one} short` }, /64/],
  [{ ZHIBU_FACTOR_KEY: one, ZHIBU_SECOND_FACTOR: "sometimes" }, /offered, administrators/],
  [{ ZHIBU_SECOND_FACTOR: "everyone" }, /ZHIBU_FACTOR_KEY_FILE/],
])("%j stops the start", (environment, said) => {
  expect(() => factorOf(environment)).toThrow(RangeError);
  expect(() => factorOf(environment)).toThrow(said);
});
