import type { Locale } from "../../../base/message.ts";
import { writeWorkbook, type WorkbookCell } from "../../../base/workbook.ts";
import type { Conflict, ConflictReport, SpokenRule } from "../../contract.ts";
import { cellText, type TableCell } from "../verdict-csv.ts";
import { givenWayText } from "./text.ts";
import { conflictWords } from "./words.ts";

/** A row for each layer and each rule that speaks of it; the answer for all stands in each. */
const columns = [
  "place",
  "answer",
  "layer",
  "title",
  "level",
  "relation",
  "area_m2",
  "length_m",
  "share",
  "distance_m",
  "features",
  "synthetic",
  "rule",
  "verdict",
  "force",
  "says",
  "citation",
  "missing",
  "gives_way",
  "unknown_layers",
  "stricter_unknown",
  "level_basis",
] as const;
type Row = Partial<Record<(typeof columns)[number], TableCell>>;

const cellsOf = (row: Row): TableCell[] => columns.map((column) => row[column] ?? null);

const lineOf = (cells: readonly TableCell[]): string => `${cells.map(cellText).join(",")}\r\n`;

export const conflictHead = lineOf(columns);

const joined = (texts: readonly string[]): string => texts.join("; ");

function layerCells(conflict: Conflict, locale: Locale): Row {
  const { overlap } = conflict;
  return {
    layer: overlap.layer,
    title: overlap.title[locale],
    level: overlap.level,
    level_basis: conflict.levelBasis?.[locale] ?? null,
    relation: overlap.relation,
    area_m2: overlap.areaM2,
    length_m: overlap.lengthM,
    share: overlap.share,
    distance_m: overlap.distanceM,
    features: joined(overlap.features.map(({ id }) => id)),
    synthetic: overlap.synthetic,
    gives_way: joined(givenWayText(conflict, locale)),
  };
}

const ruleCells = (rule: SpokenRule, locale: Locale): Row => ({
  rule: rule.rule,
  verdict: rule.verdict,
  force: rule.force,
  says: joined(rule.deeds.map((deed) => deed[locale])),
  citation: rule.citation[locale],
  missing: joined(rule.missing.map((one) => one[locale])),
});

/** A layer with each of its rules; of a layer of which no rule speaks one row. */
function layerRows(conflict: Conflict, locale: Locale): Row[] {
  const layer = layerCells(conflict, locale);
  if (conflict.rules.length === 0) return [layer];
  return conflict.rules.map((rule) => ({ ...layer, ...ruleCells(rule, locale) }));
}

/** A check as rows of cells, one at least: a place of which nothing is told has an answer, too. */
function rowsOf(place: string, report: ConflictReport, locale: Locale): TableCell[][] {
  const { answer, unknown, stricterUnknown } = report;
  const all = { place, answer, unknown_layers: unknown, stricter_unknown: stricterUnknown };
  const rows = [
    ...report.conflicts.flatMap((conflict) => layerRows(conflict, locale)),
    ...report.otherRules.map((rule) => ruleCells(rule, locale)),
  ];
  return (rows.length > 0 ? rows : [{}]).map((row) => cellsOf({ ...row, ...all }));
}

/** A check as lines of CSV (RFC 4180) under the head. */
export const conflictRows = (place: string, report: ConflictReport, locale: Locale): string =>
  rowsOf(place, report, locale).map(lineOf).join("");

/** A check as an Excel workbook: the same table, and before it what was asked. */
export function conflictWorkbook(report: ConflictReport, locale: Locale): Uint8Array {
  const title = report.title[locale];
  const word = (name: keyof typeof conflictWords): string => conflictWords[name][locale];
  const about: WorkbookCell[][] = [
    ...(report.synthetic ? [[word("synthetic"), null]] : []),
    [word("about"), title],
    [word("lawDate"), report.asOf],
    [word("basis"), `${report.pack} ${report.encoding.slice(0, 8)}`],
  ];
  return writeWorkbook([
    { name: word("title"), rows: about },
    { name: word("layers"), rows: [[...columns], ...rowsOf(title, report, locale)] },
  ]);
}

/** The row of a place that could not be checked, with the reason. */
export const refusedRow = (place: string, reason: string): string =>
  lineOf(cellsOf({ place, relation: "refused", says: reason }));
