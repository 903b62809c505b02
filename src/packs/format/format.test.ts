import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument, stringify } from "yaml";
import { formatFile } from "./format.ts";

const measure = "policy/book/1.yaml";

function formatted(text: string, inside = measure): string {
  const written = formatFile(inside, inside, text);
  return written.ok ? written.value : written.refusal.map(({ code }) => code).join(" ");
}

describe("a file of a pack", () => {
  test("has its keys in the order of the schema, each with its comments", () => {
    const text = `# The whole.
rules:
  # Why it is so.
  - force: may # at the authority's will
    grant: pool

    id: award
title: {en: Award,    zh: 奖励}
id:   book/1
`;
    expect(formatted(text)).toBe(`# The whole.
id: book/1
title: { zh: 奖励, en: Award }
rules:
  # Why it is so.
  - id: award
    grant: pool
    force: may # at the authority's will
`);
  });

  test("keeps names that authors make up in their order", () => {
    const text = "parameters:\n  zebra: { unit: m }\n  ape: { unit: m }\n";
    expect(formatted(text)).toBe(text);
  });

  test("stands in brackets only where these fit a line", () => {
    const long = "x".repeat(60);
    const summary = `summary: { zh: ${long}, en: ${"字".repeat(8)} }\n`;
    const text = `title: { zh: ${long}, en: ${long} }\n${summary}`;
    expect(formatted(text)).toBe(`title:\n  zh: ${long}\n  en: ${long}\n${summary}`);
    expect(formatted("title: { zh: 一, # why\n  en: One }\n")).toBe(
      "title:\n  zh: 一 # why\n  en: One\n",
    );
  });

  test("keeps how an expression is broken into lines, and one empty line where there were more", () => {
    const text = `rules:
    - id: a
      when: >
            x and
            y

            or z



      force: may
    - id: b
`;
    expect(formatted(text)).toBe(`rules:
  - id: a
    when: >
      x and
      y

      or z

    force: may
  - id: b
`);
  });

  test("has double quotes where it needs any", () => {
    const text = `title: { zh: '20%', en: 'a "b"' }\n`;
    expect(formatted(text)).toBe(`title: { zh: "20%", en: 'a "b"' }\n`);
  });

  test.each([
    ["id: [", measure, "yaml_broken"],
    ["id: a\nid: b\n", measure, "key_twice"],
    ["id: a\n", "elsewhere.yaml", "file_unplaced"],
    ["? >\n  a\n: c\n", measure, "form_unsafe"],
    ["id: !!str 5\n", measure, "form_unsafe"],
  ])("%j is refused, and not half written", (text, inside, code) => {
    expect(formatted(text, inside)).toContain(code);
  });
});

const word = fc.constantFrom(
  "a",
  "id",
  "zh",
  "en",
  "规则",
  "x y",
  "true",
  "5",
  "- a",
  "a: b",
  "# c",
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.stringMatching(/^[a-z \n:#'"，。\\-]{0,120}$/),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(word, tie("any"), { maxKeys: 4 }),
  ),
})).any;
const options = fc.record({
  collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
  lineWidth: fc.constantFrom(0, 20, 80),
  indent: fc.constantFrom(1, 2, 5),
  singleQuote: fc.boolean(),
});

describe("the one form", () => {
  test("says what the file said, and comes to itself", () => {
    fc.assert(
      fc.property(fc.dictionary(word, value, { minKeys: 1 }), options, (whole, style) => {
        const text = stringify(whole, style);
        fc.pre(parseDocument(text).errors.length === 0);
        const once = formatted(text);
        expect(parse(once)).toEqual(parse(text));
        expect(formatted(once)).toBe(once);
      }),
    );
  });

  test("of a real measure is the same, however its file was written", () => {
    const path = "../../../packs/beijing/policy/toolbox-1.0/31-civil-defence.yaml";
    const text = readFileSync(new URL(path, import.meta.url), "utf8");
    expect(formatted(text)).toBe(text);
    const folded = parseDocument(text).toString({ lineWidth: 40, indent: 4, singleQuote: true });
    expect(folded).not.toBe(text);
    expect(parse(formatted(folded))).toEqual(parse(text));
  });
});
