import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  declaredNames,
  exportedTypes,
  faultsOfName,
  tableNames,
  vocabularyOf,
  wordsOf,
  type Glossary,
} from "./glossary.ts";
import { code, isTest, paths, read } from "./sources.ts";

const glossary = parse(read("docs/glossary.yaml")) as Glossary;
const isListed = vocabularyOf(glossary);
const unlisted = (name: string): string[] => wordsOf(name).filter((word) => !isListed(word));

/** Where the field speaks: contracts and models, and the words of base under them. */
const domain = code().filter(
  ({ path }) => /^src\/(base\/|[^/]+\/(contract|model|case)(\/|\.ts))/.test(path) && !isTest(path),
);
const app = code().filter(({ path }) => /^(src|web\/src)\//.test(path));

describe("the glossary", () => {
  test("has a row for each concept of the field, and no code twice", () => {
    const codes = glossary.terms.map((term) => term.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(120);
    expect(codes.filter((term) => !/^[a-z][A-Za-z]*$/.test(term))).toEqual([]);
  });

  test("says the sense wherever one Chinese word stands for several concepts", () => {
    const shared = glossary.terms.filter(({ zh, code: own }) =>
      glossary.terms.some((term) => term.zh === zh && term.code !== own),
    );
    expect(shared.filter(({ sense }) => !sense)).toEqual([]);
    expect(shared.map(({ code: own }) => own)).toContain("quota");
  });
});

describe("names", () => {
  test("of exported types are made of listed words", () => {
    const strange = domain.flatMap((source) =>
      exportedTypes(source).flatMap(({ name, line }) =>
        unlisted(name).map((word) => `${source.path}:${line} ${name}: ${word} is not listed`),
      ),
    );
    expect(strange).toEqual([]);
  });

  test("of tables and columns are made of listed words", () => {
    const migrations = paths().filter((path) => /^db\/migrations\/.*\.sql$/.test(path));
    const names = migrations.flatMap((path) => tableNames({ path, text: read(path) }));
    expect(names.flatMap((name) => unlisted(name).map((word) => `${name}: ${word}`))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });

  test("of facts are made of listed words", () => {
    const dictionaries = paths().filter((path) => /^packs\/.*\/facts\/.*\.yaml$/.test(path));
    const ids = dictionaries.flatMap((path) =>
      (parse(read(path)) as { facts: readonly { id: string }[] }).facts.map(({ id }) => id),
    );
    expect(ids.flatMap((id) => unlisted(id).map((word) => `${id}: ${word}`))).toEqual([]);
    expect(ids.length).toBeGreaterThan(50);
  });

  test("of problems are made of listed words", () => {
    const pages = paths().filter((path) => /^docs\/problems\/[a-z].*\.md$/.test(path));
    const names = pages.map((path) => basename(path, ".md"));
    expect(names.flatMap((name) => unlisted(name).map((word) => `${name}: ${word}`))).toEqual([]);
    expect(names.length).toBeGreaterThan(5);
  });

  test("hold no word that the glossary rules out, and none that says nothing", () => {
    const placeOf = new Map(
      app.flatMap((source) =>
        declaredNames(source).map(({ name, line }) => [name, `${source.path}:${line}`]),
      ),
    );
    const faults = [...placeOf].flatMap(([name, place]) =>
      faultsOfName(name, glossary.terms).map((fault) => `${place} ${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test("of files and folders say something, and none is the common place for everything", () => {
    const named = app.flatMap(({ path }) => path.split("/").map((part) => ({ path, part })));
    expect(named.filter(({ part }) => /^(common|shared|misc)\b/.test(part))).toEqual([]);
    const faults = named.flatMap(({ path, part }) =>
      faultsOfName(part, glossary.terms).map((fault) => `${path}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

describe("the reader of names", () => {
  const source = {
    path: "src/land/model.ts",
    text:
      "export type GfaReport = 1;\ntype Hidden = 2;\n" +
      "const { plotRatio } = far;\nf((data) => data.info);\n",
  };

  test("sees what a file declares and what it exports", () => {
    expect(declaredNames(source).map(({ name }) => name)).toEqual([
      "GfaReport",
      "Hidden",
      "plotRatio",
      "data",
    ]);
    expect(exportedTypes(source)).toEqual([{ name: "GfaReport", line: 1 }]);
  });

  test("finds a word that is ruled out, whole or in two parts, and one that says nothing", () => {
    const faults = (name: string) => faultsOfName(name, glossary.terms);
    expect(faults("gfaReport")).toEqual(["gfa → floorArea"]);
    expect(faults("plotRatio")).toEqual(["plotRatio → floorAreaRatio"]);
    expect(faults("handleClick")).toHaveLength(1);
    expect(faults("publicServiceArea")).toEqual([]);
    expect(faults("plotArea")).toEqual([]);
  });

  test("finds a word that no row lists", () => {
    expect(unlisted("FloorAreaReport")).toEqual([]);
    expect(unlisted("FloorAreaZyx")).toEqual(["zyx"]);
  });

  test("reads tables and columns", () => {
    const text = "create table land.parcel (\n  id text primary key,\n  zyx text not null\n);\n";
    expect(tableNames({ path: "db/migrations/0010-land.sql", text })).toEqual([
      "land",
      "parcel",
      "id",
      "zyx",
    ]);
  });
});
