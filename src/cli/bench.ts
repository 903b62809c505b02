import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Bilingual, Locale } from "../base/message.ts";
import { misuse, type Command, type Outcome } from "../terminal/index.ts";

/** What the measuring process writes: figures, and the same as a table in either language. */
type Benched = {
  readonly measured: unknown;
  readonly text: Readonly<Record<Locale, string>>;
  readonly markdown: string;
};

export const takesLong: Bilingual = {
  zh: "需要几分钟，请让机器空闲",
  en: "this takes some minutes, on a machine that is best left alone",
};

// Not `npm ci`: not every registry has what a peer needs on other platforms than this one.
const cure = "npm install --no-save --prefix test/bench/peers";

const withoutPeers: Bilingual = {
  zh: `没有装其他规则引擎，先不比较它们；安装：${cure}`,
  en: `other engines are not installed and left out; to have them: ${cure}`,
};

export const withoutSources: Bilingual = {
  zh: "要在源码目录里运行，并装好开发依赖：测量的程序不随产品发布",
  en: "run it in a checkout of the sources with what development needs: what measures is not shipped",
};

const roundsWrong: Bilingual = {
  zh: "轮数应为 1 到 99 的整数",
  en: "rounds are a whole number from 1 to 99",
};

const start = promisify(execFile);

/** Runs what measures, in processes of its own, and answers with its figures. */
async function measured(words: readonly string[]): Promise<Outcome> {
  const { stdout } = await start(process.execPath, [...words], { maxBuffer: 1e8 });
  const { measured: figures, text, markdown } = JSON.parse(stdout) as Benched;
  return { exit: 0, json: figures, text: (locale) => text[locale], markdown: () => markdown };
}

/**
 * `zhibu bench rules`: measures in processes of their own, from the sources in test/bench. Nothing
 * of it is part of the product, so that the product knows no other engine.
 */
export const benchCommand = (home: string): Command => ({
  name: "bench rules",
  means: {
    zh: "测量规则引擎的速度，与手写程序和其他引擎同场相比",
    en: "measure the engine of rules beside code by hand and other engines, in one run",
  },
  options: [{ flags: "--rounds <count>", means: { zh: "测量轮数", en: "rounds" }, fallback: "15" }],
  run: async ({ options, around }) => {
    const rounds = String(options["rounds"]);
    if (!/^[1-9]\d?$/.test(rounds)) return misuse("rounds_invalid", roundsWrong);
    const script = join(home, "test/bench/run.mjs");
    if (!existsSync(script)) return misuse("sources_missing", withoutSources);
    if (!existsSync(join(home, "test/bench/peers/node_modules"))) around.say(withoutPeers);
    around.say(takesLong);
    return measured([script, "--home", home, "--rounds", rounds]);
  },
});

const tilesWrong: Bilingual = {
  zh: "瓦片数应为 1 到 9999 的整数",
  en: "tiles are a whole number from 1 to 9999",
};

const withoutDatabase: Bilingual = {
  zh: "要在 PostgreSQL 上测量：把 DATABASE_URL 指向装好城市的数据库",
  en: "it measures PostgreSQL: let DATABASE_URL name a database that holds a city",
};

/** `zhibu bench map`: tiles, pages and edits of the city in the database, beside MapServer. */
export const benchMapCommand = ({ home, databaseUrl }: MapBench): Command => ({
  name: "bench map",
  means: {
    zh: "测量瓦片、要素页和修改可见的时间，与 MapServer 同场相比",
    en: "measure tiles, pages of features and edits, beside MapServer in one run",
  },
  options: [
    { flags: "--tiles <count>", means: { zh: "每级瓦片数", en: "tiles a zoom" }, fallback: "100" },
  ],
  run: async ({ options, around }) => {
    const tiles = String(options["tiles"]);
    if (!/^[1-9]\d{0,3}$/.test(tiles)) return misuse("tiles_invalid", tilesWrong);
    if (databaseUrl === undefined) return misuse("database_missing", withoutDatabase);
    const script = join(home, "test/bench/run.mjs");
    if (!existsSync(script)) return misuse("sources_missing", withoutSources);
    around.say(takesLong);
    return measured([script, "map", "--url", databaseUrl, "--tiles", tiles]);
  },
});

type MapBench = { readonly home: string; readonly databaseUrl: string | undefined };
