import { describe, expect, test } from "vitest";
import { compareMessages } from "./messages.ts";
import { paths, root } from "./sources.ts";

type Module = Readonly<Record<string, unknown>>;

const load = async (path: string): Promise<Module> => (await import(root + path)) as Module;

/** Each Chinese file and the English one that must say the same. */
const pairs: readonly (readonly [zh: string, en: string])[] = paths()
  .filter((path) => /(^src\/.*\/messages\.zh\.ts|^web\/src\/i18n\/zh\/.*\.ts)$/.test(path))
  .map((zh) => [zh, zh.replace("messages.zh.ts", "messages.en.ts").replace("/zh/", "/en/")]);

describe("messages", () => {
  test.each(pairs)("of %s are all said in English", async (zh, en) => {
    expect(compareMessages(await load(zh), await load(en))).toEqual([]);
  });

  test("exist in as many English files as Chinese ones", () => {
    const english = paths().filter((path) =>
      /(^src\/.*\/messages\.en\.ts|^web\/src\/i18n\/en\/.*\.ts)$/.test(path),
    );
    expect(english.sort()).toEqual(pairs.map(([, en]) => en).sort());
    expect(pairs.length).toBeGreaterThan(3);
  });
});

describe("the comparison of messages", () => {
  const zh = { zh: { short: "不足", deep: { held: () => "已占用" } }, namesZh: { a: "甲" } };

  test("finds nothing where all is said", () => {
    const en = { en: { short: "short", deep: { held: () => "held" } }, namesEn: { a: "A" } };
    expect(compareMessages(zh, en)).toEqual([]);
  });

  test("names each key that one language lacks", () => {
    const en = { en: { short: "short", deep: { more: "x" } }, namesEn: { a: "A" } };
    expect(compareMessages(zh, en)).toEqual(["en lacks *.deep.held", "zh lacks *.deep.more"]);
  });

  test("finds the message that was left empty, untranslated or without its holes", () => {
    const en = { en: { short: "", deep: { held: "held" } }, namesEn: { a: "甲" } };
    expect(compareMessages(zh, en)).toEqual([
      "*.short is empty",
      "*.deep.held is a function in zh, a string in en",
      "names.a holds Chinese in en",
    ]);
  });
});
