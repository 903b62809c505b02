import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeatures, type Layer, type LayerId } from "../../api/land.ts";
import { useSettings } from "../../app/settings.ts";
import { useSay } from "../../app/useSay.ts";
import { figure } from "../../marks/format.ts";
import { ProblemNotice } from "../../states/ProblemNotice.tsx";
import { FilterField } from "../../tables/FilterField.tsx";
import { featuresIn } from "../feature.ts";
import { paper } from "../layers.ts";
import { columnsOf, rowsOf, type Cell, type Row } from "../table.ts";
import { useCodeWords } from "../useCodeWords.ts";
import { snapped, type View } from "../view.ts";

type Props = {
  layers: readonly Layer[];
  shown: ReadonlySet<string>;
  view: View;
  look: (layer: string, id: string) => void;
  close: () => void;
};

/** Layers that can be read as a table now: those on the map, and the buildings beneath. */
const readable = ({ layers, shown, view }: Props): Layer[] =>
  layers.filter(
    ({ id, count, minZoom }) =>
      count > 0 &&
      view.zoom >= minZoom - 0.5 &&
      (shown.has(id) || paper.has(id)) &&
      id !== "trees" &&
      id !== "surroundings",
  );

type Sorting = { column: string; isDown: boolean };

function HeadRow({ columns, sorting, sort }: HeadProps) {
  const { t } = useTranslation("map");
  const state = (column: string) => {
    if (sorting.column !== column) return "none";
    return sorting.isDown ? "descending" : "ascending";
  };
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" aria-sort={state(column)}>
            <button type="button" className="fold" onClick={() => sort(column)}>
              {t(`columns.${column}`, { defaultValue: column })}
              {sorting.column === column && (sorting.isDown ? " ↓" : " ↑")}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

type HeadProps = {
  columns: readonly string[];
  sorting: Sorting;
  sort: (column: string) => void;
};

/** A figure is grouped by thousands, the year of a building is not; what is missing is a dash. */
function cellText(cell: Cell | undefined, column: string): Cell {
  if (cell === undefined) return "—";
  return typeof cell === "number" && column !== "built_year" ? figure(cell) : cell;
}

type BodyProps = {
  columns: readonly string[];
  rows: readonly Row[];
  look: (id: string) => void;
};

const Body = ({ columns, rows, look }: BodyProps) => (
  <tbody>
    {rows.map(({ id, cells }) => (
      <tr key={id}>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column} scope="row">
              <button type="button" className="fold" onClick={() => look(id)}>
                {cells[column] ?? id}
              </button>
            </th>
          ) : (
            <td key={column} className={typeof cells[column] === "number" ? "num" : undefined}>
              {cellText(cells[column], column)}
            </td>
          ),
        )}
      </tr>
    ))}
  </tbody>
);

/** As many rows as a reader scrolls through; the rest is found by words or by coming nearer. */
const mostRows = 500;

/** The rows of the chosen layer in view, filtered and sorted. */
function useTwin(props: Props) {
  const { view } = props;
  const { locale } = useSettings();
  const wordOf = useCodeWords();
  const choices = readable(props);
  const [wanted, choose] = useState<LayerId>();
  const [words, setWords] = useState("");
  const [sorting, setSorting] = useState<Sorting>({ column: "name", isDown: false });
  const usual = choices.find(({ id }) => id === "buildings") ?? choices[0];
  const layer = choices.find(({ id }) => id === wanted) ?? usual;
  const bbox = snapped(view.bbox, view.zoom);
  const answer = useFeatures(layer && { layer: layer.id, bbox });
  const seen = featuresIn(answer.data?.features ?? [], view.bbox);
  const columns = columnsOf(seen);
  const rows = rowsOf(seen, { locale, words, wordOf, ...sorting });
  const sort = (column: string) =>
    setSorting({ column, isDown: sorting.column === column && !sorting.isDown });
  return { choices, layer, choose, words, setWords, sorting, sort, columns, rows, answer };
}

type Twin = ReturnType<typeof useTwin>;

/** How far the table is: on its way, failed, or how many of how many rows it lists. */
function TwinState({ rows, answer, layer }: Twin) {
  const { t } = useTranslation("map");
  const count =
    rows.length > mostRows
      ? t("tableSome", { rows: rows.length, most: mostRows })
      : t("tableCount", { rows: rows.length });
  return (
    <p className="small faint" role="status">
      {layer && answer.isPending && t("tableWaiting")}
      {answer.isSuccess && count}
      {answer.data?.truncated && ` ${t("tableTruncated")}`}
    </p>
  );
}

function TwinHead({ twin, close }: { twin: Twin; close: () => void }) {
  const { t } = useTranslation("map");
  const say = useSay();
  const { choices, layer, choose, words, setWords } = twin;
  return (
    <div className="twinhead">
      <label>
        <span className="sr">{t("tableLayer")}</span>
        <select value={layer?.id ?? ""} onChange={({ target }) => choose(target.value as LayerId)}>
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </select>
      </label>
      <FilterField label={t("tableFilter")} words={words} change={setWords} />
      <TwinState {...twin} />
      <button type="button" className="fold" onClick={close}>
        {t("close")}
      </button>
    </div>
  );
}

function TwinRows({ twin, look }: { twin: Twin; look: (id: string) => void }) {
  const { t } = useTranslation("map");
  const { answer, layer, rows, columns, sorting, sort, words } = twin;
  if (answer.isError) {
    return <ProblemNotice error={answer.error} retry={() => void answer.refetch()} />;
  }
  if (rows.length === 0) {
    const isKnown = answer.isSuccess || !layer;
    const none = words.trim() === "" ? t("tableNone") : t("tableNoneOf", { words: words.trim() });
    return isKnown && <p className="twinnone muted">{none}</p>;
  }
  return (
    <table>
      <HeadRow columns={columns} sorting={sorting} sort={sort} />
      <Body columns={columns} rows={rows.slice(0, mostRows)} look={look} />
    </table>
  );
}

/** The map as a table: the features of one layer in view, sorted and filtered as one likes. */
export function TableTwin(props: Props) {
  const { t } = useTranslation("map");
  const twin = useTwin(props);
  const { layer, answer } = twin;
  return (
    <section className="twin sheet" aria-label={t("table")} aria-busy={answer.isFetching}>
      <TwinHead twin={twin} close={props.close} />
      <div className="twinrows" tabIndex={0} role="region" aria-label={t("tableRows")}>
        <TwinRows twin={twin} look={(id) => layer && props.look(layer.id, id)} />
      </div>
    </section>
  );
}
