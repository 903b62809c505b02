import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every text with its path: "shell.pages.map" → "一张图". */
function texts(tree: Tree, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : texts(value, [...path, key]),
  );
}

/** The pages themselves, without their words and tests. */
const code = readdirSync("web/src", { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /(?<!\.test)\.tsx?$/.test(file.name))
  .map((file) => join(file.parentPath, file.name))
  .filter((path) => !path.includes("i18n"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

/** Whether some page says the text: by its whole key, or by one that is put together. */
function isSaid(key: string): boolean {
  const [, ...parts] = key.split(".");
  const prefix = parts.slice(0, -1).join(".");
  const ways = ['"', ":"].map((before) => `${before}${parts.join(".")}"`);
  return [...ways, ...["`", ":"].map((before) => `${before}${prefix}.\${`)].some((way) =>
    code.includes(way),
  );
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").sort();

describe("the words of the screen", () => {
  const chinese = new Map(texts(zh));
  const english = new Map(texts(en));

  test("have the same keys in both languages", () => {
    expect(chinese.size).toBeGreaterThan(200);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test("have the same holes in both languages", () => {
    const differing = [...chinese].filter(
      ([key, text]) => holes(text).join() !== holes(english.get(key) ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  test("are all said on some page", () => {
    expect([...chinese.keys()].filter((key) => !isSaid(key))).toEqual([]);
  });

  test("are never empty, and no Chinese text says 请, 您, 成功 or an exclamation", () => {
    const bad = [...chinese].filter(([, text]) => text.trim() === "" || /请|您|成功|！/.test(text));
    expect(bad).toEqual([]);
    expect([...english].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});
