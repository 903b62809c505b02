import { useTranslation } from "react-i18next";
import type { AuditLine } from "../api/audit.ts";
import { csvText } from "./csv.ts";
import { useAuditWords } from "./useAuditWords.ts";

const fields = [
  ...(["id", "at", "actor", "role", "delegatedBy", "act", "resource"] as const),
  ...(["scope", "outcome", "requestId", "detail"] as const),
];

/** Saves the rows that are listed, and no others, as a table. */
export function ExportSeen({ rows }: { rows: readonly AuditLine[] }) {
  const { t } = useTranslation("audit");
  const say = useAuditWords();
  const lineOf = (row: AuditLine): string[] => [
    ...[String(row.id), row.at, `${say.who(row)} ${row.actor ?? ""}`.trim()],
    ...[say.role(row), say.lender(row), row.act, `${row.resourceKind} ${row.resourceId ?? ""}`],
    ...[row.scope ?? "", row.refusal ?? t("done"), row.requestId, JSON.stringify(row.detail)],
  ];
  const save = () => {
    const head = fields.map((field) => t(`fields.${field}`));
    const text = csvText([head, ...rows.map(lineOf)]);
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${t("fileName")}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <button type="button" className="btn" onClick={save}>
      {t("exportSeen")}
    </button>
  );
}
