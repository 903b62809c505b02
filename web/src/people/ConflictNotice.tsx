import { useTranslation } from "react-i18next";
import type { Difference } from "./conflict.ts";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["field", "was", "now", "yours"] as const;

type Props = {
  differences: readonly Difference<string>[];
  labelOf: (field: string) => string;
  say: (field: string, value: string) => string;
  /** Absent where there is nothing left to change. */
  sendMine: (() => void) | undefined;
  takeTheirs: () => void;
};

/** What another administrator changed meanwhile, beside what one has typed oneself. */
export function ConflictNotice({ differences, labelOf, say, sendMine, takeTheirs }: Props) {
  const { t } = useTranslation("people");
  return (
    <section className="notice conflict" role="alert">
      <h2>
        <i className="mk stop" aria-hidden="true" /> {t("conflictTitle")}
      </h2>
      <p>{sendMine ? t("conflictText") : t("conflictGone")}</p>
      {sendMine && differences.length === 0 && <p className="small">{t("conflictSame")}</p>}
      {differences.length > 0 && <DifferenceTable {...{ differences, labelOf, say }} />}
      <p className="acts">
        <button type="button" className="btn" onClick={takeTheirs}>
          {t("takeTheirs")}
        </button>
        {sendMine && (
          <button type="button" className="btn" onClick={sendMine}>
            {t("sendMine")}
          </button>
        )}
      </p>
    </section>
  );
}

type TableProps = Pick<Props, "differences" | "labelOf" | "say">;

function DifferenceTable({ differences, labelOf, say }: TableProps) {
  const { t } = useTranslation("people");
  return (
    <table>
      <caption className="sr">{t("conflictTitle")}</caption>
      <TableHead titles={columns.map((name) => t(`conflictColumns.${name}`))} />
      <tbody>
        {differences.map(({ field, was, now, yours }) => (
          <tr key={field}>
            <th scope="row">{labelOf(field)}</th>
            <td>{say(field, was)}</td>
            <td>{say(field, now)}</td>
            <td>{say(field, yours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
