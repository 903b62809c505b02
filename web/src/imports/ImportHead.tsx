import { useTranslation } from "react-i18next";
import type { LandImport } from "../api/imports.ts";
import { clockText } from "../app/instant.ts";
import { stateMarks } from "./marks.ts";

/** What is imported where, and in which state that is: told anew whenever it changes. */
export function ImportHead({ line, layer }: { line: LandImport; layer: string }) {
  const { t } = useTranslation("imports");
  return (
    <header className="head">
      <div>
        <h1>{line.file.name}</h1>
        <ul className="idline small faint">
          <li>
            <span role="status">
              <i className={`mk ${stateMarks[line.state]}`} aria-hidden="true" />{" "}
              {t(`states.${line.state}`)}
            </span>
          </li>
          <li>
            {t("latestColumns.layer")} · {layer}
          </li>
          <li className="n">{clockText(line.at)}</li>
        </ul>
      </div>
    </header>
  );
}
