import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isTest, paths, read, type Text } from "./sources.ts";

const declared = Object.keys(
  (parse(read("db/postgis.yaml")) as { functions: Record<string, string> }).functions,
);

/** Where SQL stands: the server's sources and the migrations; the schema is made from these. */
const texts = paths()
  .filter((path) => /^src\/.*\.ts$|^db\/migrations\/.*\.sql$/.test(path))
  .map((path): Text => ({ path, text: read(path) }))
  .filter(({ path }) => !isTest(path));

/** Functions of PostGIS that a text calls. */
const calls = ({ path, text }: Text): { path: string; name: string }[] =>
  [...text.matchAll(/\b(st_[a-z0-9_]+|postgis_[a-z_]+)\s*\(/gi)].map((match) => ({
    path,
    name: (match[1] ?? "").toLowerCase(),
  }));

const unlisted = (source: Text): string[] =>
  calls(source)
    .filter(({ name }) => !declared.includes(name))
    .map(
      ({ path, name }) =>
        `${path}: ${name} is not in db/postgis.yaml: use a listed one, or add it with its reason`,
    );

describe("the functions of PostGIS", () => {
  test("in use are all declared", () => {
    expect(texts.flatMap(unlisted)).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
  });

  test("declared are all in use: others need not have what we do not need", () => {
    const used = new Set(texts.flatMap(calls).map(({ name }) => name));
    expect(declared.filter((name) => !used.has(name))).toEqual([]);
  });

  test("are found in a planted text, with the cure", () => {
    const text = "select ST_VoronoiPolygons (geom, 5), st_area(geom) from land.feature";
    expect(unlisted({ path: "src/x.ts", text })).toEqual([
      expect.stringContaining(
        "src/x.ts: st_voronoipolygons is not in db/postgis.yaml: use a listed one",
      ),
    ]);
  });
});
