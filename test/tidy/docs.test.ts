import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { commandNames } from "./commands.ts";
import { paths, read, root } from "./sources.ts";

const documents = paths().filter((path) => path.endsWith(".md") && !path.startsWith("packs/"));

const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, "");

/** Relative links of a document that lead nowhere. `exists` is asked for each path. */
function brokenLinks(path: string, text: string, exists: (path: string) => boolean): string[] {
  const targets = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  return targets
    .filter((target): target is string => target !== undefined)
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => normalize(join(dirname(path), target.replace(/#.*$/, ""))))
    .filter((target) => !exists(target))
    .map((target) => `${path} → ${target}`);
}

/** Commands that a document tells the reader to type, and that nothing answers. */
function strayCommands(
  text: string,
  known: { scripts: ReadonlySet<string>; words: ReadonlySet<string> },
): string[] {
  const scripts = [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[a-z-]+)\b/g)]
    .map((match) => match[1] ?? "")
    .filter((script) => !known.scripts.has(script))
    .map((script) => `npm run ${script}`);
  const words = [...text.matchAll(/\bnpx zhibu ([a-z]+(?: [a-z]+)?)/g)]
    .map((match) => match[1] ?? "")
    .filter((line) => !known.words.has(line) && !known.words.has(line.split(" ")[0] ?? ""))
    .map((line) => `npx zhibu ${line}`);
  return [...scripts, ...words];
}

const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

describe("documents", () => {
  test("link only to what exists", () => {
    const broken = documents.flatMap((path) =>
      brokenLinks(path, read(path), (target) => existsSync(join(root, target))),
    );
    expect(broken).toEqual([]);
    expect(documents.length).toBeGreaterThan(20);
  });

  test("name only commands that exist", async () => {
    const known = { scripts: new Set(Object.keys(scripts)), words: await commandNames() };
    expect(documents.flatMap((path) => strayCommands(read(path), known))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  const text = read("docs/architecture.md");

  test("lists the rooms that stand in src, and no others", () => {
    const tree = /```text\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const listed = [...tree.matchAll(/^ {2}([a-z]+)\/ /gm)].map((match) => match[1] ?? "");
    const rooms = paths().map((path) => /^src\/([a-z]+)\//.exec(path)?.[1]);
    const standing = [...new Set(rooms.filter((room) => room !== undefined))];
    expect(listed.sort()).toEqual(standing.sort());
  });

  test("names only paths that exist", () => {
    const named = [...text.matchAll(/`((?:src|web|test|docs|packs|db|scripts|bin)\/[^`*<>… ]*)`/g)];
    const missing = named.map((match) => match[1] ?? "").filter((path) => !existsSync(root + path));
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });
});

describe("docs/privacy.md", () => {
  test("promises to keep an evaluation as long as the program keeps it", () => {
    const days = /keptDays = (\d+)/.exec(read("src/policy/actions/evaluation.ts"))?.[1];
    expect(read("docs/privacy.md")).toContain(`${days} days, then it is deleted`);
  });
});

describe("the reader of documents", () => {
  test("finds a link that leads nowhere, and follows one that does", () => {
    const exists = (path: string) => path === "docs/glossary.yaml";
    const text = "[a](../glossary.yaml) [b](gone.md#part) [c](https://example.org) [d](#here)";
    expect(brokenLinks("docs/how-to/x.md", text, exists)).toEqual([
      "docs/how-to/x.md → docs/how-to/gone.md",
    ]);
  });

  test("finds a command that nothing answers", () => {
    const known = { scripts: new Set(["start", "check"]), words: new Set(["pack check"]) };
    const text = "`npm start`, `npm run check`, `npm run gone`, `npx zhibu pack check x`";
    expect(strayCommands(text, known)).toEqual(["npm run gone"]);
    expect(strayCommands("`npx zhibu fly`", known)).toEqual(["npx zhibu fly"]);
  });
});
