import { bilingual } from "../../base/message.ts";
import type { FactIr, Program } from "../ir.ts";
import { dictionaryOf, factAt } from "./dictionary.ts";
import { isListed, listKeys } from "./model.ts";
import { nearestId } from "./nearest.ts";
import type { CaseRefusal } from "./reasons.ts";
import { refuseAt, under } from "./refusals.ts";
import { broken, type Row, type Rows } from "./row.ts";

type Line = { readonly line: number; readonly cells: readonly string[] };

const field = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y;
const unclosed = bilingual("引号没有写完", "a quote is not closed");
const afterQuote = bilingual("引号后面多了文字", "text after a closing quote");

type Scan = { readonly lines: readonly Line[]; readonly refusal?: CaseRefusal };

/** Splits a text into records as RFC 4180 has it: quotes, doubled quotes, line breaks in quotes. */
export function csvLines(text: string): Scan {
  const lines: Line[] = [];
  let [cells, line, next, at]: [string[], number, number, number] = [[], 1, 1, 0];
  while (at <= text.length) {
    field.lastIndex = at;
    const [whole = "", quoted, rest = "", plain = ""] = field.exec(text) ?? [];
    const wrong = plain.startsWith('"') ? unclosed : rest.trim() === "" ? undefined : afterQuote;
    const spot = { kind: "CSV", line: next, column: 1 };
    if (wrong) return { lines, refusal: broken(spot, wrong) };
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    next += whole.split("\n").length - 1;
    const end = /\r?\n|\r|,|$/y;
    end.lastIndex = at;
    const separator = end.exec(text)?.[0] ?? "";
    at += Math.max(1, separator.length);
    if (separator === ",") continue;
    if (cells.some((cell) => cell !== "")) lines.push({ line, cells });
    next += 1;
    [cells, line] = [[], next];
  }
  return { lines };
}

const envelope: readonly string[] = ["id", "title", "synthetic"];

type Column = { readonly name: string; readonly fact: FactIr | undefined };

/** Reads a table of cases: a column is a fact's id, a row a case, an empty cell unknown. */
export function csvRows(program: Program, text: string): Rows {
  const { lines, refusal } = csvLines(text.replace(/^\uFEFF/, ""));
  if (refusal) return { rows: [], refusals: [refusal] };
  const [header, ...records] = lines;
  if (!header) return { rows: [], refusals: [] };
  const refusals: CaseRefusal[] = [];
  const columns = header.cells.map((cell, index) => {
    const name = cell.trim();
    const twice = header.cells.findIndex((other) => other.trim() === name) < index;
    if (twice) refusals.push(inRow(refuseAt(under("", name), "column_twice", { column: name }), 1));
    return readColumn(program, name, refusals);
  });
  const rows = records.map((record) => readRecord(columns, record, refusals));
  return { rows: rows.filter((row) => row !== undefined), refusals };
}

const inRow = (refusal: CaseRefusal, row: number): CaseRefusal => ({ ...refusal, row });

function readColumn(program: Program, name: string, refusals: CaseRefusal[]): Column {
  if (envelope.includes(name)) return { name, fact: undefined };
  const { indexById, ids } = dictionaryOf(program);
  const index = indexById.get(name);
  if (index !== undefined) return { name, fact: factAt(program, index) };
  const reason = { id: name, nearest: nearestId(name, ids) };
  refusals.push(inRow(refuseAt(under("", name), "unknown_fact", reason), 1));
  return { name, fact: undefined };
}

function readRecord(
  columns: readonly Column[],
  { line, cells }: Line,
  refusals: CaseRefusal[],
): Row | undefined {
  if (cells.length !== columns.length) {
    const reason = { expected: columns.length, found: cells.length };
    refusals.push(inRow(refuseAt("", "wrong_cell_count", reason), line));
    return undefined;
  }
  const id = cells[columns.findIndex(({ name }) => name === "id")]?.trim() || String(line);
  const raw: Record<string, unknown> = {};
  columns.forEach(({ name, fact }, index) => {
    const cell = cells[index]?.trim() ?? "";
    if (cell === "" || !(fact || envelope.includes(name))) return;
    if (!fact) raw[name] = name === "synthetic" ? (yesNo(cell) ?? cell) : cell;
    else if (isListed(fact.level)) addToItem(raw, { id, name, fact, cell });
    else raw[name] = readCell(fact, cell);
  });
  return { row: line, pointer: "", raw, id };
}

type Cell = {
  readonly id: string;
  readonly name: string;
  readonly fact: FactIr;
  readonly cell: string;
};

/**
 * A row that states facts of a building, parcel or space states one of them, named like the row.
 */
function addToItem(raw: Record<string, unknown>, { id, name, fact, cell }: Cell): void {
  if (!isListed(fact.level)) return;
  const list = (raw[listKeys[fact.level]] ??= [{ id }]) as Record<string, unknown>[];
  const [item] = list;
  if (item) item[name] = readCell(fact, cell);
}

const yes: readonly string[] = ["true", "yes", "是"];
const no: readonly string[] = ["false", "no", "否"];

function yesNo(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}

const notApplicable = /^(?:不适用|n\/a)(?:[:：]\s*(.+))?$/iu;
const estimate = /^(.+?)\s*\.\.\s*(.+)$/u;

/** What a cell states, in the form of a file of facts. */
function readCell(fact: FactIr, cell: string): unknown {
  const excused = notApplicable.exec(cell);
  if (excused) return { not_applicable: excused[1] ?? cell };
  const optionId = (text: string) =>
    fact.definition.options?.find(({ label }) => label.zh === text || label.en === text)?.id ??
    text;
  switch (fact.type.kind) {
    case "boolean":
      return yesNo(cell) ?? cell;
    case "number": {
      const ends = estimate.exec(cell);
      return ends ? { estimate: [ends[1], ends[2]] } : cell;
    }
    case "enumeration":
      return optionId(cell);
    case "list":
      return cell.split(/[;；、]/u).map((member) => optionId(member.trim()));
    case "text":
    case "date":
      return cell;
  }
}
