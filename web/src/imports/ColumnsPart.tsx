import { useTranslation } from "react-i18next";
import type { FileColumn, Findings } from "../api/imports.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { figure } from "../marks/format.ts";
import { columnTargets, type ColumnTarget, type OrderDraft } from "./order.ts";

type Change = (part: Partial<OrderDraft>) => void;
type Props = { findings: Findings; draft: OrderDraft; change: Change };

function useColumnLine(): (column: FileColumn) => string {
  const { t } = useTranslation("imports");
  return ({ name, type, filled }) =>
    t("columnLine", { name, type: t(`types.${type}`), filled: figure(filled) });
}

function Targets({ findings, draft, change }: Props) {
  const { t } = useTranslation("imports");
  const lineOf = useColumnLine();
  const columns = findings.columns.filter(({ filled }) => filled > 0);
  const choices = [
    { value: "", label: t("noColumn") },
    ...columns.map((column) => ({ value: column.name, label: lineOf(column) })),
  ];
  return (
    <div className="targets">
      {columnTargets.map((target) => (
        <SelectField
          key={target}
          label={t(`targets.${target}`)}
          hint={target === "id" && t("idHint")}
          value={draft[target]}
          choices={choices}
          change={(name) => change({ [target]: name })}
        />
      ))}
    </div>
  );
}

/** What a column is taken for. */
const targetOf = (draft: OrderDraft, name: string): ColumnTarget | undefined =>
  columnTargets.find((target) => draft[target] === name);

function Heads({ columns, draft }: { columns: readonly FileColumn[]; draft: OrderDraft }) {
  const { t } = useTranslation("imports");
  return (
    <thead>
      <tr>
        {columns.map(({ name }) => {
          const target = targetOf(draft, name);
          return (
            <th scope="col" key={name} className={target ? "taken" : undefined}>
              {name}
              <small>{target ? t(`targets.${target}`) : "　"}</small>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Preview({ findings, draft }: Omit<Props, "change">) {
  const { t } = useTranslation("imports");
  const { columns, sample } = findings;
  return (
    <div className="preview" tabIndex={0} role="region" aria-label={t("preview")}>
      <table>
        <caption className="sr">{t("preview")}</caption>
        <Heads columns={columns} draft={draft} />
        <tbody>
          {sample.map((cells, row) => (
            <tr key={row}>
              {columns.map(({ name }, place) => (
                <td key={name}>{cells[place] ?? <span className="faint">—</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which column becomes what, beside the first rows of the file. */
export function ColumnsPart(props: Props) {
  const { t } = useTranslation("imports");
  const { columns, sample } = props.findings;
  return (
    <section aria-labelledby="columns">
      <div className="part">
        <h2 id="columns">{t("columnsPart")}</h2>
        <span className="small">{t("columnsMeta", { count: sample.length })}</span>
      </div>
      {columns.length === 0 ? (
        <p className="nothing muted">{t("noColumns")}</p>
      ) : (
        <>
          <Targets {...props} />
          <Preview {...props} />
        </>
      )}
    </section>
  );
}
