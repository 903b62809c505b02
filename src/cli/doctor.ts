import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { bilingual, type Bilingual } from "../base/message.ts";
import type { Finding, FindingLevel, HealthSource } from "../base/finding.ts";
import { databaseSources, examine, machineSources, type Health } from "../operations/index.ts";
import { openBook } from "../policy/index.ts";
import { snapshotFolder } from "../store/embedded.ts";
import { findSnapshot } from "../store/snapshots.ts";
import type { Call, Command, Outcome } from "../terminal/index.ts";
import { openSettingsDb } from "./database.ts";
import { healthOptionsOf } from "./operations.ts";
import type { Settings } from "./settings.ts";
import { writeBundle } from "./support-bundle.ts";

const marks: Readonly<Record<FindingLevel, string>> = { good: "✓", notice: "!", bad: "✗" };
const plain = (text: string): Bilingual => bilingual(text, text);

/** The program's own version, as its manifest says. */
export const versionOf = ({ home }: Settings): string =>
  (JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string }).version;

function versions(settings: Settings): Finding {
  const { node } = process.versions;
  const said = plain(`zhibu ${versionOf(settings)} · node ${node}`);
  if (Number(node.split(".")[0]) >= 20) return { code: "program_version", level: "good", said };
  const todo = bilingual("安装 Node 20 或更新的版本。", "Install Node 20 or later.");
  return { code: "program_version", level: "bad", said, todo };
}

async function packFinding({ home, pack }: Settings): Promise<Finding> {
  const book = await openBook(join(home, "packs"), pack);
  if (book.ok) {
    const { encoding } = book.value.program;
    const said = bilingual(`政策包 ${pack} ${encoding}`, `pack ${pack} ${encoding}`);
    return { code: "pack_sound", level: "good", said };
  }
  const count = book.refusal.length;
  return {
    code: "pack_broken",
    level: "bad",
    said: bilingual(`政策包有 ${count} 处问题。`, `The pack has ${count} findings.`),
    todo: bilingual("用 zhibu pack check 逐处查看。", "See them with zhibu pack check."),
  };
}

async function snapshotFindings({ dataFolder, databaseUrl }: Settings): Promise<Finding[]> {
  if (databaseUrl !== undefined) return [];
  const { found, damaged } = await findSnapshot(snapshotFolder(dataFolder));
  const spoilt = damaged.length > 0 ? ` (${damaged.length} ✗)` : "";
  if (found) {
    const said = bilingual(`最近快照 ${found.at}${spoilt}`, `last snapshot ${found.at}${spoilt}`);
    return [{ code: "snapshot_found", level: "good", said }];
  }
  const said = bilingual("还没有快照。", "There is no snapshot yet.");
  const todo = bilingual("程序运行十分钟后会自己做。", "The program takes one in ten minutes.");
  return [{ code: "snapshot_none", level: "notice", said, todo }];
}

/** What this installation stands on besides its database. */
export const installationSources = (settings: Settings): HealthSource[] => [
  { name: "versions", look: async () => [versions(settings)] },
  { name: "pack", look: async () => [await packFinding(settings)] },
  { name: "snapshots", look: () => snapshotFindings(settings) },
];

/** Opens the database to look at it; one that is held or away is a finding, not the end. */
async function look(settings: Settings, { around }: Call): Promise<Health> {
  const options = healthOptionsOf(settings);
  const outside = [...installationSources(settings), ...machineSources(options.folder)];
  const failed = (cause: unknown) => around.say(plain(String(cause)));
  const now = options.clock();
  const db = await openSettingsDb(settings, around.say);
  if (!db.ok) {
    const said = { zh: db.refusal.text("zh"), en: db.refusal.text("en") };
    const closed: Finding = { code: "database_closed", level: "notice", said };
    const source = { name: "database", look: async () => [closed] };
    return examine([source, ...outside], { now, failed });
  }
  try {
    return await examine([...outside, ...databaseSources(db.value, options)], { now, failed });
  } finally {
    await db.value.close();
  }
}

const lineOf = ({ level, said, todo }: Finding, locale: "zh" | "en"): string =>
  `${marks[level]} ${said[locale]}${todo ? `\n    → ${todo[locale]}` : ""}`;

function reportOf(health: Health, bundle: string | undefined): Outcome {
  const { findings, level } = health;
  const kept = bundle === undefined ? "" : `\n${bundle}`;
  return {
    exit: level === "bad" ? 1 : 0,
    json: { ...health, ...(bundle === undefined ? {} : { bundle }) },
    text: (locale) => findings.map((finding) => lineOf(finding, locale)).join("\n") + kept,
  };
}

/** `zhibu doctor`: what this installation stands on, without any secret or personal data. */
export const doctorCommand = (settings: Settings): Command => ({
  name: "doctor",
  means: bilingual(
    "体检：版本、字体、磁盘、数据库、时钟、政策包、快照、备份",
    "examine this installation",
  ),
  options: [
    {
      flags: "--bundle <file>",
      means: bilingual(
        "另写一个供求助用的文件，不含密码与个人信息",
        "also write a file to ask for help with, without secrets or personal data",
      ),
    },
  ],
  run: async (call) => {
    const health = await look(settings, call);
    const { bundle } = call.options;
    if (typeof bundle !== "string") return reportOf(health, undefined);
    const file = isAbsolute(bundle) ? bundle : join(call.around.folder, bundle);
    await writeBundle(file, { health, version: versionOf(settings), around: call.around });
    return reportOf(health, file);
  },
});
