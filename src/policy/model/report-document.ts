export { reportDocument } from "./report-document/document.ts";
export type { ImportedClause, ReportGiven } from "./report-document/given.ts";
export type { Part, ReportDocument, Table } from "./report-document/parts.ts";
