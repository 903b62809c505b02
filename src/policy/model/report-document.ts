export { reportDocument } from "./report-document/document.ts";
export type { QuotedClause, ReportGiven } from "./report-document/given.ts";
export type { Part, ReportDocument, Table } from "./report-document/parts.ts";
