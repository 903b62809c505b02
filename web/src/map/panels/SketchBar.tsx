import { useTranslation } from "react-i18next";
import { figure } from "../../marks/format.ts";
import { areaM2, lengthMetres, type LngLat } from "../sketch/geometry.ts";
import { canClose } from "../sketch/sketch.ts";
import type { SketchTool } from "../useSketch.ts";

function areaText(value: number): string {
  return value >= 1_000_000
    ? `${figure(value / 1e6, { max: 2 })} km²`
    : `${figure(value, { max: 0 })} m²`;
}

function Measured({ path }: { path: readonly LngLat[] }) {
  const { t } = useTranslation("map");
  if (path.length < 2) return null;
  return (
    <dl>
      <div>
        <dt>{t("measureLength")}</dt>
        <dd className="n">{figure(lengthMetres(path), { max: 1 })} m</dd>
      </div>
      {path.length > 2 && (
        <div>
          <dt>{t("measureArea")}</dt>
          <dd className="n">{areaText(areaM2(path))}</dd>
        </div>
      )}
    </dl>
  );
}

function Acts({ sketcher }: { sketcher: SketchTool }) {
  const { t } = useTranslation("map");
  const { tool, sketch, close, undo, choose } = sketcher;
  return (
    <p className="sketchacts">
      {tool === "draw" && (
        <button type="button" className="btn do" disabled={!canClose(sketch)} onClick={close}>
          {t("finish")}
        </button>
      )}
      <button
        type="button"
        className="btn plain"
        disabled={sketch.points.length === 0}
        onClick={undo}
      >
        {t("undo")}
      </button>
      <button type="button" className="btn plain" onClick={() => choose("pick")}>
        {t("cancel")}
      </button>
    </p>
  );
}

/** What has been drawn so far, and how to go on; the same by mouse and by keys. */
export function SketchBar({ sketcher }: { sketcher: SketchTool }) {
  const { t } = useTranslation("map");
  const { tool, sketch, isDone } = sketcher;
  const path = sketch.pointer && !isDone ? [...sketch.points, sketch.pointer] : sketch.points;
  return (
    <div className="sketchbar sheet" role="status">
      <p>{tool === "draw" ? t("drawHint") : t("measureHint")}</p>
      <p className="small faint keys-hint">{t("drawKeys")}</p>
      <Measured path={path} />
      <Acts sketcher={sketcher} />
    </div>
  );
}
