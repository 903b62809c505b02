import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadPackFiles, mostFiles } from "./load.ts";
import { rememberingRead } from "./read.ts";
import { mostCharacters } from "./yaml.ts";

const manifest = (id: string, parents: readonly string[] = []): string =>
  `id: ${id}
version: 2026-01-01
language: 1
extends: [${parents.join(", ")}]
title: { zh: 城, en: City }
zone: Asia/Shanghai
crs: EPSG:4548
`;
const terms = (title: string): string =>
  `terms:\n  - { id: pool, title: { zh: 池, en: ${title} } }\n`;
const city = new Map([
  ["city/pack.yaml", manifest("city", ["nation"])],
  ["city/terms.yaml", terms("Pool of the city")],
  ["nation/pack.yaml", manifest("nation")],
  ["nation/terms.yaml", `${terms("Pool")}  - { id: quota, title: { zh: 额, en: Quota } }\n`],
]);

const changed = (changes: Readonly<Record<string, string>>): Map<string, string> =>
  new Map([...city, ...Object.entries(changes)]);

function encodingOf(files: ReadonlyMap<string, string>): string {
  const read = loadPackFiles(files, "city");
  return read.ok ? read.value.encoding : JSON.stringify(read.refusal);
}

const codesOf = (files: ReadonlyMap<string, string>): string[] => {
  const read = loadPackFiles(files, "city");
  return read.ok ? [] : read.refusal.map((one) => one.code);
};

describe("layering", () => {
  test("replaces the parent's object whole, and keeps what the child does not name", () => {
    const read = loadPackFiles(city, "city");
    expect(read.ok && read.value.terms.map(({ value }) => `${value.id} ${value.title.en}`)).toEqual(
      ["pool Pool of the city", "quota Quota"],
    );
  });

  test("knows in which file each object stands", () => {
    const read = loadPackFiles(city, "city");
    expect(read.ok && read.value.terms.map(({ file }) => file)).toEqual([
      "city/terms.yaml",
      "nation/terms.yaml",
    ]);
  });

  test("tells the texts that were read; a remembered file is read again only where it changed", () => {
    const read = rememberingRead();
    const one = loadPackFiles(city, "city", { read });
    const pool = changed({ "city/terms.yaml": terms("Basin") });
    const other = loadPackFiles(pool, "city", { read });
    if (!one.ok || !other.ok) throw new Error("the city is read");
    expect([...one.value.texts]).toEqual([...city]);
    expect(other.value.terms[0]?.value.title.en).toBe("Basin");
    expect(other.value.terms[1]).toBe(one.value.terms[1]);
  });

  test("leaves out packs that are not extended", () => {
    const other = changed({
      "other/pack.yaml": manifest("other"),
      "other/terms.yaml": "broken: [",
    });
    expect(codesOf(other)).toEqual([]);
    expect(encodingOf(other)).toBe(encodingOf(city));
  });
});

describe("the encoding", () => {
  test("is the same for the same texts, whatever their order and their line ends", () => {
    const shuffled = [...city].reverse().map(([path, text]) => [path, crlf(text)] as const);
    expect(encodingOf(new Map(shuffled))).toBe(encodingOf(city));
    expect(encodingOf(city)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("changes with one character, also of a pack that is extended", () => {
    expect(encodingOf(changed({ "nation/terms.yaml": terms("Poll") }))).not.toBe(encodingOf(city));
  });

  test("does not count files of other rooms", () => {
    const zoned = changed({ "city/zones.yaml": "city: {}", "city/geo/x.yaml": "a: 1" });
    expect(encodingOf(zoned)).toBe(encodingOf(city));
  });
});

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

describe("a pack that cannot be read", () => {
  test("names every fault of every file at once, in the order of the files", () => {
    const files = changed({
      "city/terms.yaml": "terms:\n  - { id: pool }\n  - { id: POOL, title: { zh: 池, en: P } }\n",
      "nation/terms.yaml": "terms: [\n",
    });
    expect(codesOf(files)).toEqual(["key_missing", "text_unfit", "yaml_broken"]);
  });

  test("refuses a file of more than a million characters before it reads it", () => {
    const files = changed({ "city/terms.yaml": `# ${"x".repeat(mostCharacters)}\n` });
    expect(codesOf(files)).toEqual(["file_too_large"]);
  });

  test("refuses more files than a pack may hold", () => {
    const many = Array.from({ length: mostFiles }, (_, index) => [
      `city/facts/${index}.yaml`,
      "{}",
    ]);
    expect(codesOf(changed(Object.fromEntries(many) as Record<string, string>))).toContain(
      "too_many_files",
    );
  });

  test("is refused when there is no such pack", () => {
    const read = loadPackFiles(city, "town");
    expect(!read.ok && read.refusal.map((one) => one.code)).toEqual(["pack_missing"]);
  });

  test("never makes the reader throw, whatever a file holds", () => {
    const pieces = fc.constantFrom(
      ...["a", ":", " ", "\n", "  ", "- ", "{", "}", "[", "]", ",", "&x", "*x", '"', "'", "|", ">"],
      ...["#", "!!str", "---", "\t", "terms", "id", "?", "%", "@", "\u0000", "池", "<<", "1e999"],
    );
    const text = fc.array(pieces, { maxLength: 40 }).map((list) => list.join(""));
    fc.assert(
      fc.property(text, (random) => {
        const read = loadPackFiles(changed({ "city/terms.yaml": random }), "city");
        expect(read.ok || read.refusal.length > 0).toBe(true);
      }),
    );
  });
});

describe("a hash of digits only", () => {
  test("is a text, as it stands in the file", () => {
    const digits = "1234567890".repeat(7).slice(0, 64);
    const measure = `id: book/1
title: { zh: 措施, en: Measure }
mechanism: a
standing: full
lead: [a]
addressee: project
cite: { document: book, item: 1, sha256: ${digits} }
summary: { zh: 摘要, en: Summary }
since: unknown
`;
    const read = loadPackFiles(changed({ "city/policy/book/1.yaml": measure }), "city");
    expect(read.ok && read.value.measures[0]?.value.cite.sha256).toBe(digits);
  });
});
