import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Change } from "../api/changes.ts";
import { UndoForm } from "./UndoForm.tsx";

type FactName =
  | "reason"
  | "validFrom"
  | "source"
  | "dated"
  | "accuracy"
  | "file"
  | "crs"
  | "hash"
  | "undoes"
  | "undoneBy"
  | "id";

/** All that is kept of a change; what was not said is not listed. */
function factsOf(change: Change): [FactName, string][] {
  const { file } = change;
  const facts: [FactName, string | null][] = [
    ["reason", change.reason],
    ["validFrom", change.validFrom],
    ["source", change.source],
    ["dated", change.dated],
    ["accuracy", change.accuracy],
    ["file", file && `${file.name} · ${file.form}`],
    ["crs", file && file.crs],
    ["hash", file && file.sha256],
    ["undoes", change.undoes],
    ["undoneBy", change.undoneBy],
    ["id", change.id],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** A change, opened: what it rests on, where to see it, and the way back. */
export function ChangeFacts({ change, width }: { change: Change; width: number }) {
  const { t } = useTranslation("changes");
  return (
    <tr className="opened">
      <td colSpan={width}>
        <dl className="kept">
          {factsOf(change).map(([name, value]) => (
            <div key={name}>
              <dt>{t(`facts.${name}`)}</dt>
              <dd className={["hash", "id", "undoes", "undoneBy"].includes(name) ? "n" : undefined}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <p className="acts">
          <Link className="btn" to="/" search={{ layers: change.layer }}>
            {t("seeMap")}
          </Link>
        </p>
        {!change.undoneBy && <UndoForm change={change} />}
      </td>
    </tr>
  );
}
