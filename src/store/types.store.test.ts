import { expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "./actor.ts";
import { asGeoJson, geometryFromGeoJson } from "./geometry.ts";
import { sql, type Fragment } from "./sql.ts";

onBothEngines("the type table", (engine) => {
  const one = async (fragment: Fragment): Promise<unknown> => {
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query<{ it: unknown }>(sql`select ${fragment} as it`),
    );
    return rows[0]?.it;
  };

  test.each<[string, Fragment, unknown]>([
    ["int8", sql`9007199254740991::int8`, 9007199254740991],
    ["int8 of count", sql`count(*)`, 1],
    ["int2", sql`7::int2`, 7],
    ["numeric", sql`0.10::numeric`, "0.10"],
    ["float8", sql`0.1::float8 + 0.2::float8`, 0.30000000000000004],
    ["float8 that is no number", sql`'NaN'::float8`, Number.NaN],
    ["text", sql`'更新'::text`, "更新"],
    ["bool", sql`true`, true],
    ["null", sql`null::int`, null],
    ["date", sql`'2026-02-28'::date`, "2026-02-28"],
    ["date before the epoch", sql`'1949-10-01'::date`, "1949-10-01"],
    ["timestamptz", sql`'2026-01-01 08:30:00.25+08'::timestamptz`, "2026-01-01T00:30:00.25Z"],
    ["timestamp", sql`'2026-01-01 08:30:00'::timestamp`, "2026-01-01T08:30:00"],
    ["interval", sql`interval '1 year 2 days 3 hours'`, "P1Y2DT3H"],
    [
      "uuid",
      sql`'6f2d4c9e-2f7a-4c8a-9a52-000000000001'::uuid`,
      "6f2d4c9e-2f7a-4c8a-9a52-000000000001",
    ],
    ["jsonb", sql`'{"a": [1, null, "x"]}'::jsonb`, { a: [1, null, "x"] }],
    ["json null", sql`'null'::jsonb`, null],
    ["bytea", sql`'\\x00ff10'::bytea`, new Uint8Array([0, 255, 16])],
    ["text[]", sql`array['a', null, 'b"c\\d', '{,}', '']`, ["a", null, 'b"c\\d', "{,}", ""]],
    ["empty array", sql`'{}'::text[]`, []],
    [
      "nested array",
      sql`array[array[1, 2], array[3, 4]]::int8[]`,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["date[]", sql`array['2026-01-01'::date]`, ["2026-01-01"]],
    ["numeric[]", sql`array[1.50]::numeric[]`, ["1.50"]],
    ["jsonb[]", sql`array['{"a": "b,c"}'::jsonb]`, [{ a: "b,c" }]],
    ["xid8", sql`'12'::xid8`, "12"],
    ["smallest safe int8", sql`(-9007199254740991)::int8`, -9007199254740991],
    [
      "numeric beyond every double",
      sql`123456789012345678901.5::numeric`,
      "123456789012345678901.5",
    ],
    ["date of a leap day", sql`'2024-02-29'::date`, "2024-02-29"],
    [
      "instant to the microsecond",
      sql`'2026-01-01 00:00:00.123456+00'::timestamptz`,
      "2026-01-01T00:00:00.123456Z",
    ],
    ["interval of less than a second", sql`interval '0.5 seconds'`, "PT0.5S"],
    ["interval that goes back", sql`interval '-1 month -2 days'`, "P-1M-2D"],
    ["empty bytea", sql`''::bytea`, new Uint8Array()],
    ["bytea[]", sql`array['\\x01'::bytea, null]`, [new Uint8Array([1]), null]],
    ["timestamptz[]", sql`array['2026-01-01 00:00:00+00'::timestamptz]`, ["2026-01-01T00:00:00Z"]],
    ["interval[]", sql`array[interval '1 day']`, ["P1D"]],
    ["bool[]", sql`array[true, null]`, [true, null]],
    ["jsonb[] with null inside", sql`array['[1, null]'::jsonb, null]`, [[1, null], null]],
  ])("reads %s", async (_name, fragment, expected) => {
    expect(await one(fragment)).toEqual(expected);
  });

  test.each<[string, (value: unknown) => Fragment, unknown]>([
    ["int8", (value) => sql`${value}::int8`, 42],
    ["float8", (value) => sql`${value}::float8`, 1e-7],
    ["bool", (value) => sql`${value}::bool`, false],
    ["text", (value) => sql`${value}::text`, "a'b\\c\"d\n更新"],
    ["null", (value) => sql`${value}::text`, null],
    ["date", (value) => sql`${value}::date`, "2026-11-21"],
    ["instant", (value) => sql`${value}::timestamptz`, "2026-11-21T00:00:00Z"],
    ["bytes", (value) => sql`${value}::bytea`, new Uint8Array([1, 2, 0])],
    ["text[]", (value) => sql`${value}::text[]`, ["x", null, 'q"\\,{}', "NULL", ""]],
    ["int8[]", (value) => sql`${value}::int8[]`, [1, 2, null]],
    ["bool[]", (value) => sql`${value}::bool[]`, [true, false]],
    ["numeric", (value) => sql`${value}::numeric`, "12345678901234567890.10"],
    ["interval", (value) => sql`${value}::interval`, "P1Y2M3DT4H5M6S"],
    [
      "jsonb[] of texts",
      (value) => sql`${value}::text[]::jsonb[]::text[]`,
      ['{"a": "b,c"}', "[1]"],
    ],
    ["json", (value) => sql`${sql.json(value)}`, { text: "更'新", list: [1, { a: null }] }],
  ])("sends %s and reads the same back", async (_name, write, value) => {
    expect(await one(write(value))).toEqual(value);
  });

  test.each(["9007199254740992", "9007199254740993", "-9007199254740992", "9223372036854775807"])(
    "errs at %s, beyond 2^53, rather than round, and answers again",
    async (number) => {
      await expect(one(sql`${number}::int8`)).rejects.toThrow(number);
      await expect(one(sql`array[1, ${number}::int8]`)).rejects.toThrow(number);
      expect(await one(sql`${number}::int8::text`)).toBe(number);
    },
  );

  test("sends 2^53 and beyond as bigint, and reads it as numeric", async () => {
    expect(await one(sql`${9007199254740993n}::int8::numeric`)).toBe("9007199254740993");
  });

  test("reads a geometry that nobody named as PostgreSQL's own text", async () => {
    const point = { type: "Point", coordinates: [1, 2] };
    expect(await one(geometryFromGeoJson(point, 4490))).toBe(
      "01010000208A110000000000000000F03F0000000000000040",
    );
  });

  test.each([
    ["undefined", undefined, "never undefined"],
    ["a Date", new Date(0), "never Date"],
    ["a bare object", { a: 1 }, "sql.json"],
    ["no number", Number.NaN, "finite"],
  ])("refuses %s as a parameter", async (_name, value, promise) => {
    await expect(one(sql`${value}::text`)).rejects.toThrow(promise);
  });

  test("writes geometry from GeoJSON, and reads GeoJSON back without losing a millimetre", async () => {
    const polygon = {
      type: "Polygon",
      coordinates: [
        [
          [500000.001, 4420000.002],
          [500100, 4420000],
          [500100, 4420100],
          [500000.001, 4420000.002],
        ],
      ],
    };
    expect(await one(asGeoJson(geometryFromGeoJson(polygon, 4548)))).toEqual(polygon);
    expect(await one(sql`st_srid(${geometryFromGeoJson(polygon, 4548)})`)).toBe(4548);
  });

  test("knows the projection of Beijing", async () => {
    const place = { type: "Point", coordinates: [117, 40] };
    const moved = (await one(
      asGeoJson(sql`st_transform(${geometryFromGeoJson(place, 4490)}, 4548)`),
    )) as { coordinates: [number, number] };
    expect(moved.coordinates[0]).toBeCloseTo(500_000, 2);
    expect(moved.coordinates[1]).toBeCloseTo(4_429_529.03, 1);
  });

  test("compiles no plan: where there is a compiler at all it is off", async () => {
    expect(await one(sql`pg_jit_available()`)).toBe(false);
  });
});
