import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useImports, type LandImport } from "../api/imports.ts";
import type { Layer } from "../api/land.ts";
import { clockText } from "../app/instant.ts";
import { useSay } from "../app/useSay.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { TableHead } from "../tables/TableHead.tsx";
import { stateMarks } from "./marks.ts";

const columns = ["file", "layer", "state", "at"] as const;

function Row({ line, layer }: { line: LandImport; layer: string }) {
  const { t } = useTranslation("imports");
  return (
    <tr>
      <th scope="row">
        <Link to="/map/import/$id" params={{ id: line.id }}>
          {line.file.name}
        </Link>
      </th>
      <td>{layer}</td>
      <td>
        <span className="standing-mark">
          <i className={`mk ${stateMarks[line.state]}`} aria-hidden="true" />{" "}
          {t(`states.${line.state}`)}
        </span>
      </td>
      <td className="n">{clockText(line.at)}</td>
    </tr>
  );
}

/** What was imported of late, or waits for somebody: none of it is lost by leaving its page. */
export function LatestImports({ layers }: { layers: readonly Layer[] }) {
  const { t } = useTranslation("imports");
  const say = useSay();
  const found = useImports();
  if (found.isError) {
    return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  }
  const lines = found.data?.imports ?? [];
  if (lines.length === 0) return null;
  const titleOf = (id: string): string => {
    const layer = layers.find((one) => one.id === id);
    return layer ? say(layer.title) : id;
  };
  return (
    <section className="mechanism latest">
      <div className="part">
        <h2>{t("latest")}</h2>
      </div>
      <table>
        <caption className="sr">{t("latest")}</caption>
        <TableHead titles={columns.map((name) => t(`latestColumns.${name}`))} />
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} line={line} layer={titleOf(line.layer)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
