import { spawnSync } from "node:child_process";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
import { system } from "../base/actor.ts";
import { bilingual, type Bilingual } from "../base/message.ts";
import { openBook } from "../policy/index.ts";
import type { Db } from "../store/db.ts";
import { snapshotFolder } from "../store/embedded.ts";
import { findSnapshot } from "../store/snapshots.ts";
import { sql } from "../store/sql.ts";
import type { Command, Outcome, Surroundings } from "../terminal/index.ts";
import { openSettingsDb } from "./database.ts";
import type { Settings } from "./settings.ts";

type State = "good" | "warning" | "bad";

/** One thing looked at: what was found, and what to do where it is not good. */
type Finding = { readonly about: Bilingual; readonly state: State; readonly found: Bilingual };

const marks: Readonly<Record<State, string>> = { good: "✓", warning: "!", bad: "✗" };
const plain = (text: string): Bilingual => bilingual(text, text);

function versions({ home }: Settings): Finding {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    version: string;
  };
  const [major = 0] = process.versions.node.split(".").map(Number);
  const state = major >= 20 ? "good" : "bad";
  return {
    about: bilingual("版本", "versions"),
    state,
    found: plain(`zhibu ${version} · node ${process.versions.node}`),
  };
}

async function packHash({ home, pack }: Settings): Promise<Finding> {
  const about = bilingual("政策包", "pack");
  const book = await openBook(join(home, "packs"), pack);
  if (book.ok) {
    return { about, state: "good", found: plain(`${pack} ${book.value.program.encoding}`) };
  }
  const count = book.refusal.length;
  const found = bilingual(
    `有 ${count} 处问题，用 zhibu pack check 查看`,
    `${count} findings: see zhibu pack check`,
  );
  return { about, state: "bad", found };
}

function fonts(): Finding {
  const about = bilingual("中文字体", "Chinese fonts");
  const asked = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8", timeout: 10_000 });
  if (asked.error) {
    const found = bilingual("没有 fc-list，无从得知", "there is no fc-list to tell");
    return { about, state: "warning", found };
  }
  const count = new Set(asked.stdout.split("\n").filter((line) => line !== "")).size;
  const none = bilingual(
    "没有；在本机打印会缺字，可安装 fonts-noto-cjk",
    "none: printing on this machine would lack characters; install fonts-noto-cjk",
  );
  return count > 0
    ? { about, state: "good", found: bilingual(`${count} 种`, `${count} families`) }
    : { about, state: "warning", found: none };
}

const enoughGb = 2;

async function disk({ dataFolder, home }: Settings): Promise<Finding> {
  const folder = existsSync(dirname(dataFolder)) ? dirname(dataFolder) : home;
  const { bavail, bsize } = await statfs(folder);
  const freeGb = (bavail * bsize) / 1024 ** 3;
  return {
    about: bilingual("磁盘", "disk"),
    state: freeGb >= enoughGb ? "good" : "warning",
    found: bilingual(`可用 ${freeGb.toFixed(1)} GB`, `${freeGb.toFixed(1)} GB free`),
  };
}

const driftMaxMs = 5_000;

/** The database's version, its extension, and how far its clock stands from ours. */
async function databaseFindings(db: Db): Promise<Finding[]> {
  const { rows } = await db.transaction(system("doctor"), (tx) =>
    tx.query<{ version: string; postgis: string; at: string; migrations: number }>(sql`
      select current_setting('server_version') as version,
             postgis_lib_version() as postgis,
             clock_timestamp() as at,
             (select count(*) from store.migration) as migrations`),
  );
  const [row] = rows;
  if (!row) return [];
  const driftMs = Math.abs(Date.now() - Date.parse(row.at));
  const { version, postgis, migrations } = row;
  return [
    {
      about: bilingual("数据库", "database"),
      state: "good",
      found: bilingual(
        `${db.engine} ${version} · PostGIS ${postgis} · ${migrations} 个迁移`,
        `${db.engine} ${version} · PostGIS ${postgis} · ${migrations} migrations`,
      ),
    },
    {
      about: bilingual("时钟", "clock"),
      state: driftMs <= driftMaxMs ? "good" : "bad",
      found: bilingual(`与数据库相差 ${driftMs} 毫秒`, `${driftMs} ms from the database's`),
    },
  ];
}

async function database(settings: Settings, say: Surroundings["say"]): Promise<Finding[]> {
  const db = await openSettingsDb(settings, say);
  if (!db.ok) {
    const found = { zh: db.refusal.text("zh"), en: db.refusal.text("en") };
    return [{ about: bilingual("数据库", "database"), state: "warning", found }];
  }
  try {
    return await databaseFindings(db.value);
  } finally {
    await db.value.close();
  }
}

async function lastSnapshot({ dataFolder, databaseUrl }: Settings): Promise<Finding[]> {
  if (databaseUrl !== undefined) return [];
  const about = bilingual("最近快照", "last snapshot");
  const { found, damaged } = await findSnapshot(snapshotFolder(dataFolder));
  const spoilt = damaged.length > 0 ? ` (${damaged.length} ✗)` : "";
  return found
    ? [{ about, state: "good", found: plain(`${found.at}${spoilt}`) }]
    : [{ about, state: "warning", found: bilingual("还没有", "none yet") }];
}

function reportOf(findings: readonly Finding[]): Outcome {
  const bad = findings.some(({ state }) => state === "bad");
  return {
    exit: bad ? 1 : 0,
    json: { findings },
    text: (locale) =>
      findings
        .map(({ about, state, found }) => `${marks[state]} ${about[locale]}  ${found[locale]}`)
        .join("\n"),
  };
}

/** `zhibu doctor`: what this installation stands on, without any secret or personal data. */
export const doctorCommand = (settings: Settings): Command => ({
  name: "doctor",
  means: bilingual(
    "体检：版本、字体、磁盘、数据库、时钟、政策包、快照",
    "examine this installation",
  ),
  run: async (call) =>
    reportOf([
      versions(settings),
      await packHash(settings),
      fonts(),
      await disk(settings),
      ...(await lastSnapshot(settings)),
      ...(await database(settings, call.around.say)),
    ]),
});
