import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { cleanLines, rawLines, type Line } from "./lines.ts";
import { numberOf, type Numbered } from "./ordinals.ts";
import type { ReadText } from "./read-text.ts";
import type { ReadRefusal } from "./refusals.ts";
import { grown, openNode, plantTree, say, takeLast, type Tree } from "./tree.ts";

/**
 * A text in parts 一、, items （一） and points 1. Where the parts begin anew, a second tree stands
 * in the same text: a list in groups, its tasks numbered through them.
 */
type Reading = {
  readonly tree: Tree;
  /** A newspaper breaks lines in words, and its items run on from their headings. */
  readonly isNewspaper: boolean;
  part: number;
  isList: boolean;
};

/** The line with which a newspaper closes an official text: what follows is a report on it. */
const dateline = /新华社[^\s，。]{1,12}日电$/;
const titleBehind = /^关于.{2,60}(意见|通知|办法|方案|规定|决定)$/;

function openPart(reading: Reading, number: Numbered, line: Line): void {
  const { tree } = reading;
  const restarts = number.ordinal === 1 && reading.part > 0 && !reading.isList;
  const here = { ordinal: number.ordinal, line: line.text, lineNumber: line.number };
  if (restarts) openList(reading, line);
  reading.part = number.ordinal;
  if (!reading.isList) return openNode(tree, { kind: "part", level: 1, ...here });
  const item = `list.group-${number.ordinal}`;
  openNode(tree, { kind: "group", level: 2, item, ...here });
}

/** The line before the parts begin anew is the name of the list. */
function openList(reading: Reading, { number }: Line): void {
  const line = takeLast(reading.tree) ?? "";
  reading.isList = true;
  const place = { item: "list", ordinal: 1, lineNumber: number };
  openNode(reading.tree, { kind: "list", level: 1, line, ...place });
}

function openDigit({ tree, isList }: Reading, number: Numbered, line: Line): void {
  const here = { ordinal: number.ordinal, line: line.text, lineNumber: line.number };
  if (!isList) return openNode(tree, { kind: "point", level: 3, runsOn: true, ...here });
  const item = `list.${number.ordinal}`;
  openNode(tree, { kind: "task", level: 3, runsOn: true, item, within: "list", ...here });
}

function readLine(reading: Reading, line: Line, afterBlank: boolean): void {
  const { tree, isNewspaper } = reading;
  const number = numberOf(line.text);
  const here = { ordinal: number?.ordinal ?? 0, line: line.text, lineNumber: line.number };
  if (number?.mark === "comma") return openPart(reading, number, line);
  if (number?.mark === "bracket" && !reading.isList) {
    return openNode(tree, { kind: "item", level: 2, runsOn: isNewspaper, ...here });
  }
  if (number?.mark === "digit" && reading.part > 0) return openDigit(reading, number, line);
  if (reading.part > 0 || tree.nodes.length > 0) return say(tree, line.text, afterBlank);
  openNode(tree, { kind: "preamble", level: 1, item: "preamble", runsOn: true, ...here });
}

type Cut = { readonly title: string | undefined; readonly body: readonly Line[] };

/** A newspaper prints the title behind the text; elsewhere it is the first line. */
function cutTitle(lines: readonly Line[]): Cut {
  const end = lines.findIndex(({ text }) => dateline.test(text));
  if (end < 0) {
    const first = lines.findIndex(({ text }) => text !== "");
    return { title: lines[first]?.text, body: lines.slice(first + 1) };
  }
  const title = lines.slice(end + 1).find(({ text }) => titleBehind.test(text))?.text;
  const body = lines.slice(0, end + 1);
  return {
    title,
    body: body.map(({ number, text }) => ({ number, text: text.replace(dateline, "").trim() })),
  };
}

/** Whether a text has parts that are numbered 一、. */
export const isOutline = (lines: readonly string[]): boolean =>
  lines.some((line) => numberOf(line.trim())?.mark === "comma");

/** Reads a text in numbered parts. */
export function readOutline(text: string): Decision<ReadText, ReadRefusal> {
  const lines = cleanLines(rawLines(text));
  const { title, body } = cutTitle(lines);
  const isNewspaper = lines.some((line) => dateline.test(line.text));
  const reading: Reading = { tree: plantTree(), isNewspaper, part: 0, isList: false };
  for (const [index, line] of body.entries()) {
    if (line.text === "") continue;
    readLine(reading, line, body[index - 1]?.text === "");
  }
  if (reading.part === 0) return refuse({ code: "text_without_items" });
  const clauses = grown(reading.tree);
  return clauses.ok ? accept({ shape: "outline", title, clauses: clauses.value }) : clauses;
}
