import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArray } from "./array-text.ts";
import { sql, toQuery } from "./sql.ts";
import { toWire } from "./wire.ts";

describe("a fragment", () => {
  test("numbers its parameters once, through the fragments inside it", () => {
    const filter = sql`name = ${"x"} and use = ${"home"}`;
    const query = toQuery(sql`select ${1}::int from t where ${filter} limit ${10}`);
    expect(query).toEqual({
      text: "select $1::int from t where name = $2 and use = $3 limit $4",
      values: ["1", "x", "home", "10"],
    });
  });

  test("never lets a value become SQL", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { text, values } = toQuery(sql`select ${value}`);
        expect(text).toBe("select $1");
        expect(values).toEqual([value]);
      }),
    );
  });

  test("does not take an object that looks like a fragment", () => {
    const forged = { parts: ["1; drop table x"], values: [] };
    expect(() => toQuery(sql`select ${forged}`)).toThrow("sql.json");
  });

  test("joins conditions so that each keeps its own brackets", () => {
    const conditions = [sql`a = 1 or b = 2`, sql`c = ${3}`];
    expect(toQuery(sql.and(conditions)).text).toBe("((a = 1 or b = 2) and (c = $1))");
    expect(toQuery(sql.or(conditions)).text).toBe("((a = 1 or b = 2) or (c = $1))");
  });

  test("restricts nothing by no condition, and finds nothing by none of none", () => {
    expect([toQuery(sql.and([])).text, toQuery(sql.or([])).text]).toEqual(["true", "false"]);
  });

  test("names only what a closed list holds, quoted", () => {
    const tables = ["land.building", "land.parcel"] as const;
    expect(toQuery(sql.id(tables, "land.parcel")).text).toBe('"land"."parcel"');
    expect(() => sql.id(tables, 'x"; drop table y' as "land.parcel")).toThrow("one of the names");
  });

  test("writes nothing where there is nothing", () => {
    expect(toQuery(sql`a${sql.empty}b${sql.join([])}c`).text).toBe("abc");
  });
});

describe("array text", () => {
  test("says what the array holds, whatever signs it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(null))), (values) => {
        expect(readArray(String(toWire(values)), (element) => element)).toEqual(values);
      }),
    );
  });

  test("without its closing brace is refused", () => {
    expect(() => readArray("{1,2", Number)).toThrow(RangeError);
    expect(() => readArray('{"a', String)).toThrow(RangeError);
  });
});
