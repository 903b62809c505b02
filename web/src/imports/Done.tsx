import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useChanges, useGroundChanged, type Change } from "../api/changes.ts";
import type { LandImport } from "../api/imports.ts";
import { UndoForm } from "../changes/UndoForm.tsx";
import { figure } from "../marks/format.ts";
import { RefusalsLink } from "./RefusedNotice.tsx";

const counts = ["added", "replaced", "retired"] as const;

function Counts({ change }: { change: Change }) {
  const { t } = useTranslation("imports");
  return (
    <dl className="came-to">
      {counts.map((name) => (
        <div key={name}>
          <dt>{t(`counts.${name}`)}</dt>
          <dd>{figure(change[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function GoodRowsOnly({ line }: { line: LandImport }) {
  const { t } = useTranslation("imports");
  if (line.refusedRows === 0) return null;
  return (
    <div className="refused">
      <p>
        <b>{t("refusedRows", { count: line.refusedRows })}</b> {t("refusedDone")}
      </p>
      <p className="acts">
        <RefusalsLink id={line.id} />
      </p>
    </div>
  );
}

/** What the import came to, where to see it, and the way back. */
export function Done({ line, layer }: { line: LandImport; layer: string }) {
  const { t } = useTranslation("imports");
  const changes = useChanges(line.layer);
  const change = changes.data?.changes.find(({ id }) => id === line.change);
  const groundChanged = useGroundChanged();
  const tell = useEffectEvent(() => void groundChanged());
  useEffect(() => tell(), [line.change]);
  return (
    <section className="done">
      <h2>{t("doneTitle", { layer })}</h2>
      {change && <Counts change={change} />}
      <GoodRowsOnly line={line} />
      {change?.undoneBy && <p role="status">{t("undone")}</p>}
      <p className="acts">
        <Link className="btn do" to="/" search={{ layers: line.layer }}>
          {t("seeMap")}
        </Link>
        <Link className="btn" to="/map/changes" search={{ layer: line.layer }}>
          {t("seeChanges")}
        </Link>
        <Link className="btn" to="/map/import">
          {t("startAgain")}
        </Link>
      </p>
      {change && !change.undoneBy && <UndoForm change={change} />}
    </section>
  );
}
