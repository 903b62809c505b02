import { describe, expect, test } from "vitest";
import { readCqlJson } from "./read-json.ts";
import { readCqlText } from "./read-text.ts";

const compare = (property: string, by: string, value: unknown) => ({
  kind: "compare",
  by,
  property,
  value,
});
const read = (text: string): unknown => {
  const condition = readCqlText(text);
  return condition.ok ? condition.value : condition.refusal;
};

describe("a filter in the text form of CQL2", () => {
  test("binds AND closer than OR, and NOT closest", () => {
    expect(read("a = 1 OR NOT b = 2 AND c = 3")).toEqual({
      kind: "any",
      parts: [
        compare("a", "=", 1),
        {
          kind: "all",
          parts: [{ kind: "not", part: compare("b", "=", 2) }, compare("c", "=", 3)],
        },
      ],
    });
  });

  test.each<[string, unknown]>([
    ["name = 'it''s'", compare("name", "=", "it's")],
    ["名称 <> '楼'", compare("名称", "<>", "楼")],
    ['"from" >= -1.5e2', compare("from", ">=", -150)],
    ["valid_from < DATE('2024-05-01')", compare("valid_from", "<", "2024-05-01")],
    ["a is not null", { kind: "not", part: { kind: "empty", property: "a" } }],
    ["a in ('x', 2, true)", { kind: "in", property: "a", values: ["x", 2, true] }],
    [
      "a not between 1 and 2",
      { kind: "not", part: { kind: "between", property: "a", from: 1, to: 2 } },
    ],
    ["(TRUE)", { kind: "truth", isTrue: true }],
    [
      "S_INTERSECTS(geom, POINT(116 40))",
      { kind: "meets", geometry: { type: "Point", coordinates: [116, 40] } },
    ],
  ])("reads %s", (text, condition) => {
    expect(read(text)).toEqual(condition);
  });

  test.each([
    "",
    "a",
    "a =",
    "a = b",
    "a == 1",
    "a = 1 b = 2",
    "a = 'open",
    "a NOT 1",
    "(a = 1",
    "a = 1)",
    "a = 1; drop table x",
    "S_INTERSECTS(name, POINT(1 2))",
    "S_INTERSECTS(geometry, POINT(1))",
    "S_INTERSECTS(geometry, LINESTRING(1 2))",
    "S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))",
    "S_INTERSECTS(geometry, BBOX(1, 2, 3))",
    `${"NOT ".repeat(1_000)}a = 1`,
  ])("refuses %s, and says near what", (text) => {
    expect(read(text)).toMatchObject({ code: "filter_invalid", near: expect.any(String) });
  });
});

describe("a filter in the JSON form of CQL2", () => {
  test("says the same as the text", () => {
    const node = {
      op: "and",
      args: [
        { op: ">", args: [{ property: "floors" }, 5] },
        { op: "like", args: [{ property: "name" }, "楼%"] },
      ],
    };
    expect(readCqlJson(JSON.stringify(node))).toEqual(
      readCqlText("floors > 5 AND name LIKE '楼%'"),
    );
  });

  const deep = `${'{"op":"not","args":['.repeat(50)}true${"]}".repeat(50)}`;
  test.each([
    "{",
    "null",
    "[]",
    '{"op":"and","args":[true]}',
    '{"op":"=","args":["a",1]}',
    '{"op":"=","args":[{"property":"a"},{"property":"b"}]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":["1","2"]}]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"constructor","coordinates":[1,2]}]}',
    deep,
  ])("refuses %s", (text) => {
    expect(readCqlJson(text)).toMatchObject({ ok: false, refusal: { code: "filter_invalid" } });
  });
});
