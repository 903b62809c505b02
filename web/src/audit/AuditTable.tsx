import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditLine } from "../api/audit.ts";
import { Unfolded } from "./Unfolded.tsx";
import { useAuditWords } from "./useAuditWords.ts";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["at", "who", "act", "scope", "outcome", "open"] as const;

export function AuditTable({ rows }: { rows: readonly AuditLine[] }) {
  const { t } = useTranslation("audit");
  const [openId, setOpenId] = useState<number>();
  return (
    <table className="trail">
      <caption className="sr">{t("caption")}</caption>
      <TableHead titles={columns.map((name) => t(`columns.${name}`))} hasActs />
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <Row
              row={row}
              isOpen={row.id === openId}
              turn={() => setOpenId(row.id === openId ? undefined : row.id)}
            />
            {row.id === openId && <Unfolded row={row} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type Props = { row: AuditLine; isOpen: boolean; turn: () => void };

function Row({ row, isOpen, turn }: Props) {
  const { t } = useTranslation("audit");
  const say = useAuditWords();
  const isDone = row.refusal === null;
  return (
    <tr>
      <td className="when">{say.when(row)}</td>
      <th scope="row">
        {say.who(row)}
        {row.role && <small className="faint">{say.role(row)}</small>}
      </th>
      <td>{say.what(row)}</td>
      <td className="where muted">{say.where(row) || t("nothing")}</td>
      <td>
        <span className="standing-mark">
          <i className={isDone ? "mk yes" : "mk stop"} aria-hidden="true" /> {say.outcome(row)}
        </span>
      </td>
      <td className="num">
        <button type="button" className="btn plain" aria-expanded={isOpen} onClick={turn}>
          {isOpen ? t("close") : t("open")}
        </button>
      </td>
    </tr>
  );
}
