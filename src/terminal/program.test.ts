import { describe, expect, test } from "vitest";
import { BrokenPromise } from "../base/invariant.ts";
import { Fault } from "../base/fault.ts";
import type { Locale } from "../base/message.ts";
import { refusal, type Command } from "./command.ts";
import { runProgram } from "./program.ts";

const greet: Command = {
  name: "greet",
  means: { zh: "打招呼", en: "say hello" },
  takes: [{ name: "name", means: { zh: "名字", en: "a name" } }],
  options: [{ flags: "--as-of <date>", means: { zh: "日期", en: "a date" } }],
  run: async ({ words, options }) => ({
    exit: 0,
    json: { words, asOf: options["asOf"] ?? null },
    text: (locale) => ({ zh: `你好 ${words[0]}`, en: `hello ${words[0]}` })[locale],
  }),
};

const failing = (name: string, error: Error): Command => ({
  name,
  means: { zh: "失败", en: "fail" },
  run: () => Promise.reject(error),
});

const commands: Command[] = [
  greet,
  { ...greet, name: "corpus greet" },
  failing(
    "faulty",
    new Fault("disk_full", "no room", { say: { zh: "磁盘已满", en: "The disk is full" } }),
  ),
  failing("buggy", new BrokenPromise("nothing is negative")),
  {
    name: "no",
    means: { zh: "拒绝", en: "refuse" },
    run: async () => refusal("too_late", { zh: "太晚了", en: "too late" }, { days: 3 }),
  },
];

async function call(line: string, locale: Locale = "zh") {
  const said = { out: "", err: "" };
  const screen = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const world = { locale, folder: ".", environment: {}, today: () => "2026-03-16" };
  const exit = await runProgram(commands, line.split(" "), { world, screen });
  return { exit, ...said };
}

describe("the command line", () => {
  test("answers in the caller's language", async () => {
    expect(await call("greet 林")).toEqual({ exit: 0, out: "你好 林\n", err: "" });
    expect((await call("greet Lin", "en")).out).toBe("hello Lin\n");
  });

  test("answers with data where asked, options in camel case", async () => {
    const { out } = await call("--format json greet 林 --as-of 2026-01-01");
    expect(JSON.parse(out)).toEqual({ words: ["林"], asOf: "2026-01-01" });
    expect(JSON.parse((await call("greet 林 --format json")).out)).toMatchObject({ words: ["林"] });
  });

  test("keeps commands of two words in their group", async () => {
    expect((await call("corpus greet 林")).exit).toBe(0);
    expect((await call("corpus --help")).out).toContain("官方文本");
  });

  test.each([
    ["nothing", 64],
    ["greet", 64],
    ["greet a --wrong", 64],
    ["greet a --format xml", 64],
    ["no", 2],
    ["faulty", 1],
    ["buggy", 1],
    ["--help", 0],
  ])("ends `%s` with exit code %i", async (line, exit) => {
    expect((await call(line)).exit).toBe(exit);
  });

  test("tells refusals and faults by their sentence, bugs by their trace", async () => {
    expect((await call("no")).out).toBe("too_late: 太晚了\n");
    expect(JSON.parse((await call("no --format json")).out)).toEqual({
      problem: { code: "too_late", message: { zh: "太晚了", en: "too late" }, days: 3 },
    });
    expect((await call("faulty", "en")).out).toBe("disk_full: The disk is full\n");
    expect((await call("buggy")).out).toContain("broken_promise");
  });

  test("has its help in both languages", async () => {
    expect((await call("--help")).out).toContain("命令：");
    expect((await call("--help", "en")).out).toContain("Commands:");
    expect((await call("greet --help")).out).toContain("打招呼");
  });
});
