import { useTranslation } from "react-i18next";
import type { AuditLine } from "../api/audit.ts";
import { useAuditWords } from "./useAuditWords.ts";

/** All that one row of the trail holds. */
export function Unfolded({ row }: { row: AuditLine }) {
  const { t } = useTranslation("audit");
  const say = useAuditWords();
  const none = <span className="faint">{t("nothing")}</span>;
  const named = (name: string, id: string | null) => (id === null ? name : `${name} · ${id}`);
  const fields = [
    { key: "id", value: String(row.id) },
    { key: "at", value: row.at },
    { key: "actor", value: named(say.who(row), row.actor) },
    { key: "role", value: say.role(row) || none },
    { key: "delegatedBy", value: say.lender(row) || none },
    { key: "act", value: `${say.what(row)} · ${row.act}` },
    { key: "resource", value: named(row.resourceKind, row.resourceId) },
    { key: "scope", value: row.scope === null ? none : named(say.where(row), row.scope) },
    { key: "outcome", value: say.outcome(row) },
    { key: "requestId", value: row.requestId },
    { key: "detail", value: <pre>{JSON.stringify(row.detail, undefined, 2)}</pre> },
  ] as const;
  return (
    <tr className="unfolded">
      <td colSpan={6}>
        <dl className="kept">
          {fields.map(({ key, value }) => (
            <div key={key}>
              <dt>{t(`fields.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}
