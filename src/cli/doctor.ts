import { isAbsolute, join } from "node:path";
import { bilingual, type Bilingual } from "../base/message.ts";
import type { Finding, FindingLevel } from "../base/finding.ts";
import { databaseSources, examine, machineSources, type Health } from "../operations/index.ts";
import type { Call, Command, Outcome } from "../terminal/index.ts";
import { openSettingsDb } from "./database.ts";
import { installationSources, versionOf } from "./installation.ts";
import { healthOptionsOf } from "./operations.ts";
import type { Settings } from "./settings.ts";
import { writeBundle } from "./support-bundle.ts";

const marks: Readonly<Record<FindingLevel, string>> = { good: "✓", notice: "!", bad: "✗" };
const plain = (text: string): Bilingual => bilingual(text, text);

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
