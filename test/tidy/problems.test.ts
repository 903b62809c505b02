import { describe, expect, test } from "vitest";
import { paths, read, root } from "./sources.ts";

type Room = { readonly problemCodes?: readonly string[] };

/** The rooms that answer by HTTP: what a compiler finds in a pack is a diagnostic. */
const rooms = paths().filter(
  (path) =>
    /^src\/[^/]+\/problems\.ts$/.test(path) && /http\/problem\.ts|problemCodes/.test(read(path)),
);

const codesOf = async (path: string): Promise<readonly string[]> =>
  ((await import(root + path)) as Room).problemCodes ?? [];

const folder = "docs/problems/";
const pages = paths().filter((path) => path.startsWith(folder) && path !== `${folder}README.md`);
const codeOf = (page: string): string => page.slice(folder.length, -".md".length);

/** A page: a title in both languages, the code, then what happened and what to do, twice. */
const pageForm = new RegExp(
  [
    /^# \p{Script=Han}.* · [A-Z].*/u,
    /`(?<code>[a-z0-9_]+)`/,
    /[^#]+/,
    /\*\*怎么办\*\*：[^#]+/,
    /[^#]+/,
    /\*\*What to do\*\*: [^#]+\n$/,
  ]
    .map((part) => part.source)
    .join("\n\n"),
  "u",
);

const misshapen = (page: string, text: string): boolean =>
  pageForm.exec(text)?.groups?.["code"] !== codeOf(page);

describe("problems", async () => {
  const codes = (await Promise.all(rooms.map(codesOf))).flat();

  test("are listed by each room that answers with problems", async () => {
    const silent = await Promise.all(
      rooms.map(async (room) => ((await codesOf(room)).length === 0 ? [room] : [])),
    );
    expect(silent.flat()).toEqual([]);
    expect(rooms.length).toBeGreaterThan(1);
  });

  test("have a page each, and no page is without its problem", () => {
    expect(pages.map(codeOf).sort()).toEqual([...new Set(codes)].sort());
  });

  test("are named in snake_case", () => {
    expect(codes.filter((code) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  test("are explained in both languages, with what to do", () => {
    expect(pages.filter((page) => misshapen(page, read(page)))).toEqual([]);
  });

  test("are in the index of pages", () => {
    const index = read(`${folder}README.md`);
    expect(pages.map(codeOf).filter((code) => !index.includes(`(${code}.md)`))).toEqual([]);
  });
});

describe("the form of a page", () => {
  const page =
    "# 磁盘已满 · The disk is full\n\n`disk_full`\n\n没有空间了。\n\n**怎么办**：腾出空间。\n\n" +
    "There is no space left.\n\n**What to do**: Free some space.\n";

  test("lets a whole page pass", () => {
    expect(misshapen(`${folder}disk_full.md`, page)).toBe(false);
  });

  test.each([
    ["another code", page.replace("`disk_full`", "`disk_empty`")],
    ["no cure", page.replace("**What to do**: Free some space.\n", "")],
    ["one language", page.slice(0, page.indexOf("There is"))],
  ])("refuses a page with %s", (_, text) => {
    expect(misshapen(`${folder}disk_full.md`, text)).toBe(true);
  });
});
