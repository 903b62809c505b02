import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { FileHandle } from "node:fs/promises";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual, type Locale } from "../../base/message.ts";
import { writeWholeBy } from "../../store/atomic-file.ts";
import { misuse, onStop, type Call, type Outcome } from "../../terminal/index.ts";
import type { ConflictReport } from "../contract.ts";
import { conflictHead, conflictRows, refusedRow } from "../model/conflicts/table.ts";
import { policyRefused } from "./context.ts";
import { checkRefused, type Checker } from "./land-check-refused.ts";
import { fullPath } from "./out-file.ts";

const kinds = ["csv", "jsonl"] as const;
type Kind = (typeof kinds)[number];

type Drawn = { readonly id: string; readonly geometry: unknown };
type Checked = Drawn & { readonly outcome: ConflictReport | Outcome };
type Order = { readonly check: Checker; readonly drawing: unknown };
type Count = { checked: number; refused: number; barred: number; unknown: number };

const isReport = (outcome: Checked["outcome"]): outcome is ConflictReport => "conflicts" in outcome;

/** The features of a drawing, each under its own id, else its place in the file. */
function drawnOf(drawing: unknown): Drawn[] {
  const { features } = (drawing ?? {}) as { readonly features?: unknown };
  const members: readonly unknown[] = Array.isArray(features) ? features : [drawing];
  return members.map((geometry, index) => {
    const { id } = (geometry ?? {}) as { readonly id?: unknown };
    const own = typeof id === "string" || typeof id === "number" ? String(id) : "";
    return { id: own === "" ? String(index + 1) : own, geometry };
  });
}

/** What one check adds to the file. */
function written({ id, outcome }: Checked, kind: Kind, locale: Locale): string {
  if (kind === "jsonl") {
    const said = isReport(outcome) ? { report: outcome } : { refused: outcome.json };
    return `${JSON.stringify({ place: id, ...said })}\n`;
  }
  return isReport(outcome)
    ? conflictRows(id, outcome, locale)
    : refusedRow(id, outcome.text(locale));
}

const tenths = 10;

/** Ten words at most, however long it takes. */
function sayProgress({ around }: Call, done: number, all: number): void {
  const tenth = (count: number): number => Math.floor((count * tenths) / all);
  if (all < tenths || tenth(done) === tenth(done - 1)) return;
  const percent = tenth(done) * tenths;
  around.say(bilingual(`已检查 ${percent} %`, `${percent} % checked`));
}

class Stopped extends Error {}

type Writing = Order & { readonly kind: Kind; readonly signal: AbortSignal };

async function writeChecks(call: Call, file: FileHandle, writing: Writing): Promise<Count> {
  const { check, drawing, kind, signal } = writing;
  const places = drawnOf(drawing);
  const count: Count = { checked: 0, refused: 0, barred: 0, unknown: 0 };
  if (kind === "csv") await file.write(conflictHead);
  for (const place of places) {
    if (signal.aborted) throw new Stopped();
    const report = await check({ geometry: place.geometry });
    const outcome = report.ok ? report.value : checkRefused(report.refusal);
    await file.write(written({ ...place, outcome }, kind, call.around.locale));
    count.checked += 1;
    if (!report.ok) count.refused += 1;
    const answer = report.ok ? report.value.answer : undefined;
    if (answer === "barred") count.barred += 1;
    if (answer === "unknown") count.unknown += 1;
    sayProgress(call, count.checked, places.length);
  }
  return count;
}

/** Where the table goes, and in which form. */
function tableOf(call: Call): Decision<{ path: string; kind: Kind }, Outcome> {
  const path = fullPath(call, String(call.options["out"]));
  const kind = kinds.find((known) => path.toLowerCase().endsWith(`.${known}`));
  if (!kind) {
    const known = kinds.join(", ");
    const said = bilingual(
      `--out 的扩展名应是 ${known} 之一`,
      `the file named by --out ends in one of ${known}`,
    );
    return refuse(misuse("file_kind_unknown", said));
  }
  const folder = dirname(path);
  if (existsSync(folder)) return accept({ path, kind });
  const said = bilingual(`没有文件夹 ${folder}`, `there is no folder ${folder}`);
  return refuse(misuse("folder_missing", said));
}

/** Ends with 2 where a rigid layer is met or a check was refused: what is unknown is counted. */
const told = (path: string, count: Count): Outcome => ({
  exit: count.barred > 0 || count.refused > 0 ? 2 : 0,
  json: { file: path, ...count },
  text: (locale) =>
    ({
      zh: `已写入 ${path}：查了 ${count.checked} 处，${count.barred} 处碰到刚性管控，${count.unknown} 处还说不清，${count.refused} 处没有查成`,
      en: `written to ${path}: ${count.checked} places checked, ${count.barred} barred, ${count.unknown} not known, ${count.refused} refused`,
    })[locale],
});

/** Checks each feature of a drawing into one table; told to stop, it leaves no half of a file. */
export async function checkLibrary(call: Call, order: Order): Promise<Outcome> {
  const table = tableOf(call);
  if (!table.ok) return table.refusal;
  const { path, kind } = table.value;
  const stopped = new AbortController();
  const deafen = onStop(() => stopped.abort());
  let count: Count | undefined;
  try {
    await writeWholeBy(path, async (file) => {
      count = await writeChecks(call, file, { ...order, kind, signal: stopped.signal });
    });
  } catch (cause) {
    if (cause instanceof Stopped) return policyRefused({ code: "library_stopped", path });
    throw cause;
  } finally {
    deafen();
  }
  return told(path, count!);
}
