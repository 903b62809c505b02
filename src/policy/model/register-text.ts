import { accept, refuse, type Decision } from "../../base/decision.ts";
import { compareRatio, divide, parseRatio, type Ratio } from "../../base/ratio.ts";
import { meantUnit, parseUnit, sameDimension, toBase } from "../../base/unit.ts";
import { csvLines, nearest, type FactDefinition, type Register } from "../../rules/index.ts";
import type { RegisterContent } from "./register.ts";
import type { RegisterRefusal } from "./refusals.ts";

/** The most entries that one register holds. */
export const mostEntries = 20_000;
/** The longest that an entry may be. */
const longestEntry = 400;

/** A file that an operator hands in, the register that it is for, and what is looked up there. */
export type RegisterFile = {
  readonly text: string;
  readonly register: Register;
  /** The facts that rules look up in it: with options, an entry is one of them. */
  readonly facts: readonly FactDefinition[];
};

type Line = { readonly line: number; readonly cells: readonly string[] };
type Read<Value> = Decision<Value, RegisterRefusal>;

/**
 * Reads a register from a table: one entry a line, and behind it the figure where the register
 * gives figures. The first line then names the columns, and the unit in brackets. An entry may be
 * written as the option of the fact that is looked up, or as its label in either language.
 */
export function readRegister(file: RegisterFile): Read<RegisterContent> {
  const { register } = file;
  if (file.text.trim() === "") return refuse({ code: "register_blank", register: register.id });
  if (register.kind === "text") return accept({ entries: [] });
  const { lines, refusal } = csvLines(file.text.replace(/^\uFEFF/, ""));
  if (refusal) return refuse({ code: "register_unreadable", line: lines.length + 1 });
  return register.figures ? readFigures(file, lines) : readEntries(file, lines);
}

function readEntries(file: RegisterFile, lines: readonly Line[]): Read<RegisterContent> {
  const wide = lines.find(({ cells }) => cells.slice(1).some((cell) => cell.trim() !== ""));
  if (wide) {
    return refuse({
      code: "register_columns",
      line: wide.line,
      expected: 1,
      found: wide.cells.length,
    });
  }
  const entries = namesOf(file, lines);
  return entries.ok ? accept({ entries: entries.value }) : entries;
}

/** The entries of the lines, each once and each one that the rules can ask for. */
function namesOf(file: RegisterFile, lines: readonly Line[]): Read<string[]> {
  if (lines.length > mostEntries) {
    return refuse({ code: "register_too_long", found: lines.length, most: mostEntries });
  }
  const first = new Map<string, number>();
  for (const { line, cells } of lines) {
    const entry = entryOf(file, line, (cells[0] ?? "").normalize("NFC").trim());
    if (!entry.ok) return entry;
    const earlier = first.get(entry.value);
    if (earlier !== undefined) {
      return refuse({ code: "register_entry_twice", line, entry: entry.value, first: earlier });
    }
    first.set(entry.value, line);
  }
  return accept([...first.keys()]);
}

type Option = NonNullable<FactDefinition["options"]>[number];

function entryOf({ facts }: RegisterFile, line: number, written: string): Read<string> {
  if (written === "" || written.length > longestEntry) {
    return refuse({ code: "register_entry_invalid", line, length: written.length });
  }
  const options: readonly Option[] = facts.flatMap((fact) => fact.options ?? []);
  const isOpen = facts.length === 0 || facts.some((fact) => !fact.options);
  const found = options.find(
    ({ id, label }) => id === written || label.zh === written || label.en === written,
  );
  if (found) return accept(found.id);
  if (isOpen) return accept(written);
  const near = nearest(
    written,
    options.flatMap(({ id, label }) => [id, label.zh, label.en]),
  );
  return refuse({ code: "register_entry_unknown", line, entry: written, nearest: near ?? "" });
}

function readFigures(file: RegisterFile, lines: readonly Line[]): Read<RegisterContent> {
  const [head, ...rows] = lines;
  const unit = unitOf(file.register, head);
  if (!unit.ok) return unit;
  const narrow = rows.find(({ cells }) => cells.length !== 2);
  if (narrow) {
    const { line, cells } = narrow;
    return refuse({ code: "register_columns", line, expected: 2, found: cells.length });
  }
  const entries = namesOf(file, rows);
  if (!entries.ok) return entries;
  const figures: Record<string, string> = {};
  for (const [index, { line, cells }] of rows.entries()) {
    const figure = figureOf(file.register, { line, text: cells[1] ?? "", unit: unit.value });
    if (!figure.ok) return figure;
    figures[entries.value[index] as string] = figure.value;
  }
  return accept({ entries: entries.value, figures });
}

const bracketed = /[（(]([^（()）]+)[)）]\s*$/;

/** The unit that the head of the second column names: one of the kind that the register wants. */
function unitOf({ figures }: Register, head: Line | undefined): Read<string> {
  const expected = figures?.unit ?? "1";
  const written = bracketed.exec(head?.cells[1] ?? "")?.[1]?.trim();
  if (written === undefined) return refuse({ code: "register_unit_missing", expected });
  const name = parseUnit(written) ? written : meantUnit(written);
  const [found, wanted] = [parseUnit(name ?? ""), parseUnit(expected)];
  if (
    name === undefined ||
    !found ||
    !wanted ||
    !sameDimension(found.dimension, wanted.dimension)
  ) {
    return refuse({ code: "register_unit_wrong", unit: written, expected });
  }
  return accept(name);
}

type Cell = { readonly line: number; readonly text: string; readonly unit: string };

/** A figure in the unit of the register, within what it says a figure may be. */
function figureOf({ figures }: Register, { line, text, unit }: Cell): Read<string> {
  const value = parseRatio(text.normalize("NFKC").replace(/%$/, "").trim());
  const [from, to] = [parseUnit(unit), parseUnit(figures?.unit ?? "1")];
  if (!value || !from || !to) return refuse({ code: "register_figure_invalid", line, text });
  const own = divide(toBase(value, from), to.factor);
  const [least, most] = [figures?.at_least, figures?.at_most].map((end) => String(end ?? ""));
  const [low, high] = [parseRatio(least ?? ""), parseRatio(most ?? "")];
  if ((low && compareRatio(own, low) < 0) || (high && compareRatio(own, high) > 0)) {
    return refuse({
      code: "register_figure_outside",
      line,
      text,
      least: least ?? "",
      most: most ?? "",
    });
  }
  return accept(exactText(own));
}

/** As a pack writes a figure: a whole number, or a quotient of two. */
const exactText = ({ n, d }: Ratio): string => (d === 1n ? `${n}` : `${n}/${d}`);
