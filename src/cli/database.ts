import { accept, refuse, type Decision } from "../base/decision.ts";
import type { Bilingual } from "../base/message.ts";
import { openDb, type Db, type OpenStep } from "../store/db.ts";
import { openRefusalText } from "../store/problems.ts";
import { refusal, type Outcome } from "../terminal/index.ts";
import type { Settings } from "./settings.ts";

const steps: Readonly<Record<OpenStep, Bilingual>> = {
  create_database: {
    zh: "首次启动：建立数据库（约十几秒）",
    en: "first start: creating the database",
  },
  load_snapshot: { zh: "装入现成的空数据库", en: "loading the ready-made database" },
  open_folder: { zh: "打开数据文件夹", en: "opening the data folder" },
  migrate: { zh: "升级数据库结构", en: "bringing the database up to date" },
};

type Say = (message: Bilingual) => void;

/** Opens the database that the settings name: an address, or the embedded folder. */
export async function openSettingsDb(settings: Settings, say: Say): Promise<Decision<Db, Outcome>> {
  const { readOnly, replicaUrl, directUrl } = settings.operations;
  const where =
    settings.databaseUrl === undefined
      ? { folder: settings.dataFolder }
      : { url: settings.databaseUrl, replicaUrl, directUrl };
  const opened = await openDb({ ...where, readOnly, onStep: (step) => say(steps[step]) });
  if (opened.ok) return accept(opened.value);
  const { code } = opened.refusal;
  return refuse(refusal(code, openRefusalText(opened.refusal), { ...opened.refusal }));
}

/** Opens the database for one piece of work and closes it whatever happens. */
export async function withSettingsDb(
  settings: Settings,
  say: Say,
  work: (db: Db) => Promise<Outcome>,
): Promise<Outcome> {
  const db = await openSettingsDb(settings, say);
  if (!db.ok) return db.refusal;
  try {
    return await work(db.value);
  } finally {
    await db.value.close();
  }
}

/** Gives a piece of work the database, however this process comes by one. */
export type WithDb = (work: (db: Db) => Promise<Outcome>) => Promise<Outcome>;
