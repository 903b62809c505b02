import type { ReportDocument } from "../../model/report-document.ts";

/** The forms in which a report leaves the house. */
export const reportKinds = ["docx", "pdf"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Writes a report. What writes is large, and loaded only where something is to be written. */
export async function writeReport(kind: ReportKind, report: ReportDocument): Promise<Uint8Array> {
  if (kind === "docx") return (await import("./word.ts")).writeWord(report);
  return (await import("./pdf.ts")).writePdf(report);
}
