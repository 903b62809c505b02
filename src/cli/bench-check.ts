import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locale } from "../base/message.ts";
import { misuse, type Command } from "../terminal/index.ts";
import { takesLong, withoutSources } from "./bench.ts";

type Benched = {
  readonly measured: unknown;
  readonly text: Readonly<Record<Locale, string>>;
  readonly markdown: string;
};

const start = promisify(execFile);

const countWrong = {
  zh: "个数应为 1 到 99999 的整数",
  en: "a count is a whole number from 1 to 99999",
};

/**
 * `zhibu bench check`: conflict checks of random polygons on both engines, from the sources in
 * test/bench/check, each on a database of its own that is gone afterwards.
 */
export const benchCheckCommand = (home: string): Command => ({
  name: "bench check",
  means: {
    zh: "测量冲突检查的速度：内嵌数据库和 PostgreSQL",
    en: "measure conflict checks, embedded and on PostgreSQL",
  },
  options: [
    { flags: "--count <count>", means: { zh: "随机范围的个数", en: "polygons" }, fallback: "300" },
    {
      flags: "--embedded <size>",
      means: { zh: "内嵌数据库的城市规模", en: "size of the embedded city" },
      fallback: "district",
    },
    {
      flags: "--postgresql <size>",
      means: { zh: "PostgreSQL 的城市规模", en: "size of the city on PostgreSQL" },
      fallback: "city",
    },
  ],
  run: async ({ options, around }) => {
    const count = String(options["count"]);
    if (!/^[1-9]\d{0,4}$/.test(count)) return misuse("count_invalid", countWrong);
    const script = join(home, "test/bench/check/main.ts");
    if (!existsSync(script)) return misuse("sources_missing", withoutSources);
    around.say(takesLong);
    const sizes = ["embedded", "postgresql"].flatMap((one) => [`--${one}`, String(options[one])]);
    const words = ["--import", "tsx", script, "--home", home, "--count", count, ...sizes];
    const { stdout } = await start(process.execPath, words, { cwd: home });
    const { measured, text, markdown } = JSON.parse(stdout) as Benched;
    return {
      exit: 0,
      json: measured,
      text: (locale) => text[locale],
      markdown: () => markdown,
    };
  },
});
