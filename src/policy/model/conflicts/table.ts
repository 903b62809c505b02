import type { Locale } from "../../../base/message.ts";
import type { Conflict, ConflictReport, SpokenRule } from "../../contract.ts";
import { givenWayText } from "./text.ts";
import { cellText, type TableCell } from "../verdict-csv.ts";

/** The columns of a table of conflicts: a row for each layer and each rule that speaks of it. */
const columns = [
  "place",
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
] as const;

export const conflictHead = `${columns.join(",")}\r\n`;

const joined = (texts: readonly string[]): string => texts.join("; ");

function rowOf(
  place: string,
  conflict: Conflict,
  { rule, locale }: { readonly rule: SpokenRule | undefined; readonly locale: Locale },
): TableCell[] {
  const { overlap } = conflict;
  return [
    place,
    overlap.layer,
    overlap.title[locale],
    overlap.level,
    overlap.relation,
    overlap.areaM2,
    overlap.lengthM,
    overlap.share,
    overlap.distanceM,
    joined(overlap.features.map(({ id }) => id)),
    overlap.synthetic,
    rule?.rule ?? null,
    rule?.verdict ?? null,
    rule?.force ?? null,
    rule ? joined(rule.deeds.map((deed) => deed[locale])) : null,
    rule?.citation[locale] ?? null,
    rule ? joined(rule.missing.map((one) => one[locale])) : null,
    joined(givenWayText(conflict, locale)),
  ];
}

/** A check as lines of CSV (RFC 4180) under the head. */
export function conflictRows(place: string, report: ConflictReport, locale: Locale): string {
  return report.conflicts
    .flatMap((conflict) =>
      (conflict.rules.length > 0 ? conflict.rules : [undefined]).map((rule) =>
        rowOf(place, conflict, { rule, locale }),
      ),
    )
    .map((cells) => `${cells.map(cellText).join(",")}\r\n`)
    .join("");
}

/** The row of a place that could not be checked, with the reason. */
export function refusedRow(place: string, reason: string): string {
  const cells: Partial<Record<(typeof columns)[number], string>> = {
    place,
    relation: "refused",
    says: reason,
  };
  return `${columns.map((column) => cellText(cells[column] ?? null)).join(",")}\r\n`;
}
