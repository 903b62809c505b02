import { useTranslation } from "react-i18next";
import type { Layer } from "../../api/land.ts";
import { useSay } from "../../app/useSay.ts";
import { coordinateText, distanceText, scaleBar, type View } from "../view.ts";

type Props = { view: View | undefined; layers: readonly Layer[]; isSynthetic: boolean };

const barPx = 96;

function ScaleBar({ view }: { view: View }) {
  const { metres, px } = scaleBar(view, barPx);
  const middle = Math.round(px / 2);
  return (
    <>
      <svg width={px + 1} height="8" viewBox={`0 0 ${px + 1} 8`} aria-hidden="true">
        <path d={`M.5 2V7.5H${px}V2M${middle} 4.5V7.5`} fill="none" stroke="currentColor" />
      </svg>
      <span>{distanceText(metres)}</span>
      <span>{coordinateText(view.centre)}</span>
    </>
  );
}

/** The strip under the map, as on a printed sheet: scale, place, sources, review number, date. */
export function Margin({ view, layers, isSynthetic }: Props) {
  const { t } = useTranslation("map");
  const say = useSay();
  const districts = layers.find(({ id }) => id === "districts");
  const notes = [
    ...(isSynthetic ? [t("syntheticNotice")] : []),
    t("crs"),
    t("reviewNumber"),
    ...(districts?.date ? [t("asOf", { date: districts.date })] : []),
    // The longest comes last: where there is little room, its end is cut off.
    ...(districts ? [t("source", { source: say(districts.source) })] : []),
  ];
  return (
    <div className="scale" role="group" aria-label={t("margin")} tabIndex={0}>
      {view && <ScaleBar view={view} />}
      <span className="attr">{notes.join(" · ")}</span>
    </div>
  );
}
