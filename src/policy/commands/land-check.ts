import { accept, refuse, type Decision } from "../../base/decision.ts";
import { landRefusalText } from "../../land/index.ts";
import { operator, perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { inputMisuse, readInput, refusal } from "../../terminal/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { checkConflict, surveyConflict } from "../actions.ts";
import type { ConflictBody, ConflictReport } from "../contract.ts";
import type { Book } from "../model/book.ts";
import { conflictMarkdown, conflictText } from "../model/conflicts/text.ts";
import { asOfOption, bookFor, packOption, projectOption, type CommandContext } from "./context.ts";
import { asOfCall } from "./evaluate.ts";
import { checkRefused, type Checker } from "./land-check-refused.ts";
import { checkLibrary } from "./land-check-library.ts";

/** Checks one place after the other, each as it stands at that moment. */
const checkerOf =
  (db: Db, book: Book, asOf: string): Checker =>
  async (place) => {
    const checking = { book, body: { place, asOf }, today: asOf };
    const resource = { kind: "policy_pack" } as const;
    const task = { caller: operator(), act: "ask", resource } as const;
    const surveyed = await perform(db, task, (tx) => surveyConflict(tx, checking));
    return surveyed.ok ? accept(checkConflict(book, surveyed.value)) : surveyed;
  };

const told = (report: ConflictReport): Outcome => ({
  exit: report.answer === "barred" ? 2 : 0,
  json: report,
  text: (locale) => conflictText(report, locale),
  markdown: (locale) => conflictMarkdown(report, locale),
});

/** What a file holds; a text that is no JSON is no geometry either. */
async function readDrawing(call: Call, path: string): Promise<Decision<unknown, Outcome>> {
  const text = await readInput(call.around.folder, path);
  if (!text.ok) return refuse(inputMisuse(text.refusal));
  try {
    return accept(JSON.parse(text.value) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(refusal("geometry_invalid", landRefusalText({ code: "geometry_invalid" })));
  }
}

/** The place of a call: a named project, or what the file draws. */
async function placeOfCall(call: Call): Promise<Decision<ConflictBody["place"], Outcome>> {
  const { project } = call.options;
  if (typeof project === "string") return accept({ project });
  const drawing = await readDrawing(call, call.words[0] ?? "");
  return drawing.ok ? accept({ geometry: drawing.value }) : drawing;
}

async function runCheck(context: CommandContext, call: Call): Promise<Outcome> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf.refusal;
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const place = await placeOfCall(call);
  if (!place.ok) return place.refusal;
  return context.withDb(async (db) => {
    const check = checkerOf(db, book.value, asOf.value);
    if (typeof call.options["out"] === "string" && "geometry" in place.value) {
      return checkLibrary(call, { check, drawing: place.value.geometry });
    }
    const report = await check(place.value);
    return report.ok ? told(report.value) : checkRefused(report.refusal);
  });
}

/** `zhibu land check`. */
export const landCheckCommand = (context: CommandContext): Command => ({
  name: "land check",
  means: {
    zh: "冲突检查：一个范围碰到哪些图层，哪些条款管它；碰到刚性管控或没查成，退出码为 2",
    en: "conflict check: the layers that a place meets, and the rules that speak of it; exit code 2 where a rigid layer is met or a check is refused",
  },
  takes: [
    {
      name: "drawing",
      optional: true,
      means: { zh: "GeoJSON：点、线、面", en: "GeoJSON: a point, a line, an area" },
    },
  ],
  options: [
    {
      flags: "--out <file>",
      means: {
        zh: "每个要素各查一次，写成表（csv、jsonl）",
        en: "check each feature apart, into a table (csv, jsonl)",
      },
    },
    projectOption,
    asOfOption,
    packOption,
  ],
  run: (call) => runCheck(context, call),
});
