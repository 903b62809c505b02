import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readPackTexts } from "./folder.ts";
import { fileKinds, schemaOf, type JsonSchema } from "./json-schema.ts";
import { keyWords } from "./key-words.ts";
import { places } from "./layout.ts";
import { readFile } from "./read.ts";

const folder = fileURLToPath(new URL("../../packs", import.meta.url));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTuples: false });

const compiled = new Map<string, ValidateFunction>();

/** The validator that an editor would make of the schema of a kind of files. */
function validatorOf(kind: string | undefined): ValidateFunction {
  const key = kind ?? "";
  const validator = compiled.get(key) ?? ajv.compile(schemaOf(kind, "en") ?? false);
  compiled.set(key, validator);
  return validator;
}

const kindOf = (inside: string): string =>
  places.find(({ pattern }) => pattern.test(inside))?.name ?? "";

/** Every file of the packs of this repository. */
async function packFiles(): Promise<readonly (readonly [inside: string, text: string])[]> {
  const packs = await Promise.all(["national", "beijing"].map((id) => readPackTexts(folder, id)));
  return packs.flatMap((texts) => {
    if (!texts.ok) throw new Error(JSON.stringify(texts.refusal));
    return [...texts.value];
  });
}

describe("the schema of a pack's files", () => {
  test("takes every file of the packs of this repository, by its kind and by any", async () => {
    const files = await packFiles();
    expect(files.length).toBeGreaterThan(100);
    for (const [inside, text] of files) {
      const value: unknown = parse(text);
      for (const kind of [kindOf(inside), undefined]) {
        const validator = validatorOf(kind);
        expect([inside, validator(value), validator.errors]).toEqual([inside, true, null]);
      }
    }
  });

  test("covers every kind of file, and tells them apart", async () => {
    const files = await packFiles();
    const seen = new Set(files.map(([inside]) => kindOf(inside)));
    for (const kind of seen) {
      const [, text = ""] = files.find(([inside]) => kindOf(inside) === kind) ?? [];
      const takers = fileKinds.filter((other) => validatorOf(other)(parse(text)) === true);
      expect(takers).toEqual([kind]);
    }
    expect(fileKinds).toEqual(expect.arrayContaining([...seen]));
  });

  const measure = `
id: book/1
title: { zh: 举措, en: Measure }
mechanism: area
standing: pilot
lead: [office]
addressee: project
cite: { document: book, item: 1, sha256: ${"0".repeat(64)} }
summary: { zh: 举措。, en: A measure. }
since: unknown
parameters:
  most: { unit: m2, values: [{ since: unknown, value: [1, 2] }] }
rules:
  - { id: small, when: project.is_major, permit: review, force: may }
`;
  const terms = "terms: [{ id: review, title: { zh: 审查, en: Review } }]";
  const wrong: readonly (readonly [why: string, inside: string, text: string])[] = [
    ["a key that there is not", "policy/b/1.yaml", measure.replace("lead:", "leader:")],
    ["a key of a rule that there is not", "policy/b/1.yaml", measure.replace("when:", "whenn:")],
    ["a word that is not on the list", "policy/b/1.yaml", measure.replace("pilot", "pilots")],
    ["a message without its translation", "policy/b/1.yaml", measure.replace(", en: Measure", "")],
    ["blanks for a translation", "policy/b/1.yaml", measure.replace("en: Measure", 'en: " "')],
    ["a name that nobody may make up", "policy/b/1.yaml", measure.replace("most:", "Most:")],
    ["a range with one end", "policy/b/1.yaml", measure.replace("[1, 2]", "[1]")],
    ["a hash that is none", "policy/b/1.yaml", measure.replace(/0{64}/, "00ff")],
    ["a list under another key", "terms.yaml", terms.replace("terms:", "term:")],
    ["no list at all", "terms.yaml", "terms: review"],
    ["an object that lacks a key", "terms.yaml", "terms: [{ id: review }]"],
  ];

  test.each(wrong)("refuses %s, as the program does", (_why, inside, text) => {
    const isTaken = (one: string) => validatorOf(kindOf(inside))(parse(one));
    const codes = readFile(inside, inside, text).diagnostics.map(({ code }) => code);
    expect([isTaken(text), codes.length > 0]).toEqual([false, true]);
    const right = inside === "terms.yaml" ? terms : measure;
    expect([isTaken(right), readFile(inside, inside, right).diagnostics]).toEqual([true, []]);
  });

  test("takes a text of digits as the program does, which reads it as it is written", () => {
    const digits = terms.replace("zh: 审查", "zh: 110");
    expect(validatorOf("terms")(parse(digits))).toBe(true);
    expect(readFile("terms.yaml", "terms.yaml", digits).diagnostics).toEqual([]);
  });

  test("tells what every key of a measure means, in both languages", () => {
    const missing = (["zh", "en"] as const).flatMap((locale) =>
      untold(schemaOf("measure", locale) ?? {}),
    );
    expect(missing).toEqual([]);
    expect(schemaOf("measure", "zh")?.properties?.["since"]?.description).toContain("含当日");
    expect(schemaOf("measure", "en")?.properties?.["since"]?.description).toContain("first day");
    expect(Object.values(keyWords).filter(({ zh, en }) => zh === en)).toEqual([]);
  });
});

/** The keys in a schema that nothing is said of. */
function untold({
  properties = {},
  patternProperties = {},
  items,
  anyOf = [],
}: JsonSchema): string[] {
  const own = Object.entries(properties).flatMap(([key, one]) => (one.description ? [] : [key]));
  const listed = items && !Array.isArray(items) ? [items as JsonSchema] : [];
  const inside = [...Object.values(properties), ...Object.values(patternProperties)];
  return [...own, ...[...inside, ...listed, ...anyOf].flatMap(untold)];
}
