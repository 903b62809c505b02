import { isAbsolute, join } from "node:path";
import { bilingual } from "../base/message.ts";
import { openDb } from "../store/db.ts";
import { moveDatabase, type Moved } from "../store/move.ts";
import { openRefusalText, restoreRefusalText } from "../store/problems.ts";
import type { RestoreTarget } from "../store/restore.ts";
import { refusal, type Call, type Command, type Outcome } from "../terminal/index.ts";
import { noteAct } from "./note-act.ts";

const isAddress = (word: string): boolean => /^postgres(ql)?:\/\//.test(word);

/** A word of the command line as a place: an address of PostgreSQL, or a data folder. */
function placeOf(word: string, { around }: Call): RestoreTarget {
  if (isAddress(word)) return { url: word };
  return { folder: isAbsolute(word) ? word : join(around.folder, word) };
}

const lineOf = ({ table, rows, sha256 }: Moved["tables"][number]): string =>
  `${table.padEnd(32)} ${String(rows).padStart(10)}  ${sha256}`;

const rowsIn = ({ tables }: Moved): number => tables.reduce((sum, { rows }) => sum + rows, 0);

async function run(call: Call): Promise<Outcome> {
  const [from = "", to = ""] = call.words;
  const target = placeOf(to, call);
  const moved = await moveDatabase(placeOf(from, call), target);
  if (!moved.ok) {
    return refusal(moved.refusal.code, restoreRefusalText(moved.refusal), { ...moved.refusal });
  }
  return noteMove(target, moved.value);
}

/** The trail that goes on is the target's: the source stays as it was, this row included. */
async function noteMove(target: RestoreTarget, moved: Moved): Promise<Outcome> {
  const opened = await openDb({ ...target, snapshotMinutes: 0 });
  if (!opened.ok) {
    return refusal(opened.refusal.code, openRefusalText(opened.refusal), { ...opened.refusal });
  }
  const db = opened.value;
  try {
    const detail = { tables: moved.tables.length, rows: rowsIn(moved) };
    await noteAct(db, { act: "move", resource: { kind: "database" }, detail });
    return outcomeOf(moved);
  } finally {
    await db.close();
  }
}

function outcomeOf(moved: Moved): Outcome {
  const { tables } = moved;
  const rows = rowsIn(moved);
  const said = bilingual(
    `已搬 ${tables.length} 张表、${rows} 行，两边逐行一致。原来的数据没有动。`,
    `${tables.length} tables and ${rows} rows are moved, the same row by row on both sides. ` +
      `The source is as it was.`,
  );
  return {
    exit: 0,
    json: { rows, tables },
    text: (locale) => [...tables.map(lineOf), said[locale]].join("\n"),
  };
}

/** `zhibu db move`: from the embedded database to PostgreSQL and back. */
export const moveCommand: Command = {
  name: "db move",
  means: bilingual(
    "把整个数据库搬到空的文件夹或 PostgreSQL",
    "move a whole database into an empty folder or PostgreSQL",
  ),
  takes: [
    { name: "from", means: bilingual("来源：文件夹或地址", "source: a folder or an address") },
    { name: "to", means: bilingual("目标：文件夹或地址", "target: a folder or an address") },
  ],
  run,
};
