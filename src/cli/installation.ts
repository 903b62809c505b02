import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accept } from "../base/decision.ts";
import type { Finding, HealthSource } from "../base/finding.ts";
import { bilingual } from "../base/message.ts";
import { openBook, type Book } from "../policy/index.ts";
import { snapshotFolder } from "../store/embedded.ts";
import { findSnapshot } from "../store/snapshots.ts";
import type { Settings } from "./settings.ts";

/** The program's own version, as its manifest says. */
export const versionOf = ({ home }: Settings): string =>
  (JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string }).version;

function versions(settings: Settings): Finding {
  const { node } = process.versions;
  const text = `Zhibu ${versionOf(settings)}, Node ${node}`;
  const said = bilingual(text, text);
  if (Number(node.split(".")[0]) >= 20) return { code: "program_version", level: "good", said };
  const todo = bilingual("安装 Node 20 或更新的版本。", "Install Node 20 or later.");
  return { code: "program_version", level: "bad", said, todo };
}

/** The pack that is served; where nothing is served, the one that would be. */
async function packFinding({ home, pack }: Settings, inForce?: Book): Promise<Finding> {
  const book = inForce ? accept(inForce) : await openBook(join(home, "packs"), pack);
  if (book.ok) {
    const { encoding } = book.value.program;
    const said = bilingual(`政策包 ${pack} ${encoding}。`, `Pack ${pack} ${encoding}.`);
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
    const at = `${found.at.slice(0, 16).replace("T", " ")} UTC`;
    const said = bilingual(`最近快照 ${at}${spoilt}。`, `Last snapshot ${at}${spoilt}.`);
    return [{ code: "snapshot_found", level: "good", said }];
  }
  const said = bilingual("还没有快照。", "There is no snapshot yet.");
  const todo = bilingual("程序运行十分钟后会自己做。", "The program takes one in ten minutes.");
  return [{ code: "snapshot_none", level: "notice", said, todo }];
}

/** What this installation stands on besides its database. */
export const installationSources = (settings: Settings, inForce?: Book): HealthSource[] => [
  { name: "versions", look: async () => [versions(settings)] },
  { name: "pack", look: async () => [await packFinding(settings, inForce)] },
  { name: "snapshots", look: () => snapshotFindings(settings) },
];
