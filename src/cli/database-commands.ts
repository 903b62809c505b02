import { basename, isAbsolute, join } from "node:path";
import { system } from "../base/actor.ts";
import { bilingual } from "../base/message.ts";
import { backUpTo } from "../operations/index.ts";
import { operator } from "../people/index.ts";
import { restoreRefusalText } from "../store/problems.ts";
import { restoreBackup } from "../store/restore.ts";
import { sql } from "../store/sql.ts";
import { refusal, type Call, type Command, type Outcome } from "../terminal/index.ts";
import { withSettingsDb, type WithDb } from "./database.ts";
import { noteAct } from "./note-act.ts";
import type { Settings } from "./settings.ts";

const fileArgument = {
  name: "file",
  means: bilingual("备份文件", "backup file"),
} as const;

const pathOf = ({ words, around }: Call): string => {
  const [path = ""] = words;
  return isAbsolute(path) ? path : join(around.folder, path);
};

async function runMigrate(withDb: WithDb): Promise<Outcome> {
  return withDb(async (db) => {
    const { rows } = await db.transaction(system("migrate"), (tx) =>
      tx.query<{ name: string }>(sql`select name from store.migration order by name`),
    );
    const names = rows.map(({ name }) => name);
    const resource = { kind: "database" } as const;
    await noteAct(db, { act: "migrate", resource, detail: { migrations: names.length } });
    const said = {
      zh: `数据库结构是最新的（${db.engine}，${names.length} 个迁移）`,
      en: `the database is up to date (${db.engine}, ${names.length} migrations)`,
    };
    return {
      exit: 0,
      json: { engine: db.engine, migrations: names },
      text: (locale) => said[locale],
    };
  });
}

async function runBackup(settings: Settings, withDb: WithDb, call: Call): Promise<Outcome> {
  const { backupKey: key } = settings.operations;
  const file = pathOf(call);
  return withDb(async (db) => {
    const order = { file, now: new Date(), key, caller: operator() };
    const { tables, rows } = await backUpTo(db, order);
    const said = {
      zh: `已备份 ${tables} 张表、${rows} 行到 ${file}`,
      en: `${tables} tables and ${rows} rows are backed up to ${file}`,
    };
    return { exit: 0, json: { file, tables, rows }, text: (locale) => said[locale] };
  });
}

/** Restores, brings up to date what was restored, and tells its audit trail. */
async function runRestore(settings: Settings, call: Call): Promise<Outcome> {
  const { databaseUrl, dataFolder } = settings;
  const { backupKey: key } = settings.operations;
  const target = databaseUrl === undefined ? { folder: dataFolder } : { url: databaseUrl };
  const file = pathOf(call);
  const restored = await restoreBackup({ file, key }, target);
  if (!restored.ok) {
    const { refusal: reason } = restored;
    return refusal(reason.code, restoreRefusalText(reason), { ...reason });
  }
  const { at, rows } = restored.value;
  const said = {
    zh: `已恢复 ${at} 的备份，共 ${rows} 行`,
    en: `the backup of ${at} is restored: ${rows} rows`,
  };
  return withSettingsDb(settings, call.around.say, async (db) => {
    const resource = { kind: "backup", id: basename(file) } as const;
    await noteAct(db, { act: "restore", resource, detail: { at, rows } });
    return { exit: 0, json: restored.value, text: (locale) => said[locale] };
  });
}

/** The database: brought up to date, backed up, restored. */
export const databaseCommands = (settings: Settings, withDb: WithDb): Command[] => [
  {
    name: "db migrate",
    means: bilingual("升级数据库结构", "bring the database up to date"),
    run: () => runMigrate(withDb),
  },
  {
    name: "db backup",
    means: bilingual("备份到文件", "back up to a file"),
    takes: [fileArgument],
    run: (call) => runBackup(settings, withDb, call),
  },
  {
    name: "db restore",
    means: bilingual("恢复到空的数据库", "restore into an empty database"),
    takes: [fileArgument],
    run: (call) => runRestore(settings, call),
  },
];
