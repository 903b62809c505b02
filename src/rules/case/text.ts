import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Program } from "../ir.ts";
import { csvRows } from "./csv.ts";
import { isFields } from "./form.ts";
import type { Case } from "./model.ts";
import { readCase } from "./read.ts";
import type { CaseRefusal } from "./reasons.ts";
import { boundRefusals, refuseAt } from "./refusals.ts";
import { numbered, only, parseJson, type Row, type Rows } from "./row.ts";
import { yamlRows } from "./yaml-text.ts";

/** The forms of a file of cases. */
export const textKinds = ["yaml", "json", "jsonl", "csv", "geojson"] as const;
export type TextKind = (typeof textKinds)[number];

/**
 * Reads a file of one or many cases. A mistake in any row refuses the file, and names every row.
 */
export function readCaseText(
  program: Program,
  text: string,
  kind: TextKind,
): Decision<readonly Case[], readonly CaseRefusal[]> {
  const { rows, refusals } = rowsOf(program, text, kind);
  const found = [...refusals];
  const cases = rows.flatMap((row) => {
    const decision = readCase(program, row.raw, row.id === undefined ? {} : { id: row.id });
    if (decision.ok) return [decision.value];
    found.push(...decision.refusal.map((refusal) => located(refusal, row)));
    return [];
  });
  found.push(...duplicates(cases));
  if (found.length > 0) return refuse(boundRefusals(found));
  if (cases.length === 0) return refuse([refuseAt("", "empty_text", { kind: kind.toUpperCase() })]);
  return accept(cases);
}

/** Reads one line of a file of JSON lines; what is wrong with it is told with its row. */
export function readCaseLine(
  program: Program,
  text: string,
  row: number,
): Decision<Case, readonly CaseRefusal[]> {
  const parsed = parseJson(text, row);
  if ("refusal" in parsed) return refuse([{ ...parsed.refusal, row }]);
  const read = readCase(program, parsed.value, { id: String(row) });
  if (read.ok) return read;
  return refuse(read.refusal.map((refusal) => ({ ...refusal, row })));
}

function located(refusal: CaseRefusal, { row, pointer }: Row): CaseRefusal {
  return { ...refusal, pointer: pointer + refusal.pointer, ...(row === undefined ? {} : { row }) };
}

function duplicates(cases: readonly Case[]): readonly CaseRefusal[] {
  const seen = new Set<string>();
  return cases.flatMap(({ id }) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [refuseAt("", "duplicate_case", { id })] : [];
  });
}

function rowsOf(program: Program, text: string, kind: TextKind): Rows {
  switch (kind) {
    case "yaml":
      return yamlRows(text);
    case "csv":
      return csvRows(program, text);
    case "jsonl":
      return jsonLines(text);
    case "json":
    case "geojson": {
      const parsed = parseJson(text.replace(/^\uFEFF/, ""));
      if ("refusal" in parsed) return { rows: [], refusals: [parsed.refusal] };
      return kind === "json" ? jsonRows(parsed.value) : features(parsed.value);
    }
  }
}

const jsonRows = (value: unknown): Rows => ({
  rows: Array.isArray(value) ? value.map(numbered) : [only(value)],
  refusals: [],
});

function jsonLines(text: string): Rows {
  const rows: Row[] = [];
  const refusals: CaseRefusal[] = [];
  text.split("\n").forEach((content, index) => {
    if (content.trim() === "") return;
    const parsed = parseJson(content, index + 1);
    if ("refusal" in parsed) refusals.push({ ...parsed.refusal, row: index + 1 });
    else rows.push({ ...numbered(parsed.value, index), pointer: "" });
  });
  return { rows, refusals };
}

/** The properties of a feature are its facts; its shape is measured by whoever has the map. */
function features(value: unknown): Rows {
  const type = isFields(value) ? value["type"] : undefined;
  if (!isFields(value) || (type !== "Feature" && type !== "FeatureCollection")) {
    const found = typeof type === "string" ? type.slice(0, 40) : "?";
    return { rows: [], refusals: [refuseAt("", "not_geojson", { found })] };
  }
  if (type === "Feature") return { rows: [featureRow(value, 0, "")], refusals: [] };
  const list: readonly unknown[] = Array.isArray(value["features"]) ? value["features"] : [];
  return {
    rows: list.map((feature, index) => featureRow(feature, index, `/features/${index}`)),
    refusals: [],
  };
}

function featureRow(feature: unknown, index: number, pointer: string): Row {
  if (!isFields(feature)) return { ...numbered(feature, index), pointer };
  const { id, properties } = feature;
  const named = typeof id === "string" || typeof id === "number" ? String(id) : String(index + 1);
  return { row: index + 1, pointer: `${pointer}/properties`, raw: properties ?? {}, id: named };
}
