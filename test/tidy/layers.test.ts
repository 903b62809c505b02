import { expect, test } from "vitest";
import { parse } from "yaml";
import { catalogue } from "../../src/land/model/catalogue.ts";
import { read } from "./sources.ts";

const idsIn = (path: string): Set<string> => {
  const text = JSON.stringify(parse(read(path)));
  return new Set([...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!));
};

test("a layer cites the clause that says its level: of a document of the pack", () => {
  const known = idsIn("packs/beijing/documents.yaml");
  const cited = catalogue.flatMap(({ id, basis }) => (basis ? [{ id, ...basis }] : []));
  expect(cited.length).toBeGreaterThan(15);
  expect(cited.filter(({ document }) => !known.has(document))).toEqual([]);
});

test("a layer with levels says which words its features may bear", () => {
  const told = catalogue.filter(({ levels }) => levels);
  const words = told.map(({ levels }) => Object.keys(levels!));
  expect(told.map(({ classes }) => classes)).toEqual(words);
});
