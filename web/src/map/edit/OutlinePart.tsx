import type { Map } from "maplibre-gl";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { LngLat } from "../sketch/geometry.ts";
import { useEditKeys } from "./useEditKeys.ts";
import { useHandles } from "./useHandles.ts";
import type { OutlineEditor } from "./useOutline.ts";

type ButtonProps = { label: string; isOff?: boolean; act: (event: MouseEvent) => void };

const Act = ({ label, isOff = false, act }: ButtonProps) => (
  <button type="button" className="btn" disabled={isOff} onClick={act}>
    {label}
  </button>
);

const ways = [
  { name: "north", sign: "↑", by: [0, 1] },
  { name: "south", sign: "↓", by: [0, -1] },
  { name: "west", sign: "←", by: [-1, 0] },
  { name: "east", sign: "→", by: [1, 0] },
] as const;

/** Moves the picked point by the metre, without a mouse. */
function Nudges({ nudge, isOff }: { nudge: (by: LngLat) => void; isOff: boolean }) {
  const { t } = useTranslation("edit");
  return (
    <div className="nudges" role="group" aria-label={t("nudge")}>
      {ways.map(({ name, sign, by: [east, north] }) => (
        <button
          key={name}
          type="button"
          className="btn"
          aria-label={t(name)}
          title={t(name)}
          disabled={isOff}
          onClick={({ shiftKey }) => {
            const metres = shiftKey ? 10 : 1;
            nudge([east * metres, north * metres]);
          }}
        >
          {sign}
        </button>
      ))}
      <small className="faint">{t("nudgeHint")}</small>
    </div>
  );
}

/** The points of an outline: dragged on the map, or gone through and moved from here. */
export function OutlinePart({ map, editor }: { map: Map | undefined; editor: OutlineEditor }) {
  const { t } = useTranslation("edit");
  const { outline, picked, pick, step, place, count } = editor;
  useHandles(map, { outline, picked, pick, drop: step });
  useEditKeys(editor);
  const isNone = place === -1;
  return (
    <fieldset className="outline-part">
      <legend>{t("outline")}</legend>
      <p className="small faint">{t("hint")}</p>
      <p className="small n" role="status">
        {isNone ? t("noPoint", { count }) : t("pointOf", { place: place + 1, count })}
      </p>
      <p className="acts">
        <Act label={t("previous")} isOff={count === 0} act={() => editor.go(-1)} />
        <Act label={t("next")} isOff={count === 0} act={() => editor.go(1)} />
        <Act label={t("split")} isOff={isNone} act={editor.split} />
        <Act label={t("takeAway")} isOff={isNone} act={editor.takeAway} />
      </p>
      <Nudges nudge={editor.nudge} isOff={isNone} />
      <p className="acts">
        <Act label={t("undo")} isOff={!editor.mayUndo} act={editor.undo} />
        <Act label={t("redo")} isOff={!editor.mayRedo} act={editor.redo} />
      </p>
    </fieldset>
  );
}
