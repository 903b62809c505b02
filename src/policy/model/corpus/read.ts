import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { isFlatTable, readFlatTable } from "./flat-table.ts";
import { isGazette, readGazette } from "./gazette.ts";
import { chineseShare, cleanLines, rawLines } from "./lines.ts";
import { isOutline, readOutline } from "./outline.ts";
import type { ReadText } from "./read-text.ts";
import type { ReadRefusal } from "./refusals.ts";
import { isTable, readTable } from "./table.ts";

/** Official texts are Chinese; what has less than this is a scan, code or another language. */
const leastShare = 0.2;

const alone = (read: Decision<ReadText, ReadRefusal>): Decision<ReadText[], ReadRefusal> =>
  read.ok ? accept([read.value]) : read;

/** Reads an official text, whatever its layout: the layout is told by what stands in it. */
export function readCorpus(text: string): Decision<ReadText[], ReadRefusal> {
  const lines = rawLines(text);
  if (lines.every((line) => line.trim() === "")) return refuse({ code: "text_empty" });
  const share = chineseShare(text);
  if (share < leastShare) {
    return refuse({ code: "text_without_chinese", percent: Math.floor(share * 100) });
  }
  if (isTable(lines)) return alone(readTable(text));
  if (isFlatTable(lines)) return alone(readFlatTable(text));
  if (isGazette(cleanLines(lines))) return readGazette(text);
  if (isOutline(lines)) return alone(readOutline(text));
  return refuse({ code: "text_without_items" });
}
