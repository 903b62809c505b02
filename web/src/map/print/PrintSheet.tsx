import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useSay } from "../../app/useSay.ts";
import { scaleBar } from "../view.ts";
import { scaleNumber, scaleText } from "./sheet.ts";
import { SheetLegend, type Drawn } from "./SheetLegend.tsx";

export type SheetWords = { title: string; reviewNumber: string };

export type Sheet = Drawn & {
  words: SheetWords;
  /** The civil day of printing. */
  day: string;
};

const barPx = 180;

function Foot({ portrait, words, layers, day }: Sheet) {
  const { t } = useTranslation("map");
  const say = useSay();
  const bar = scaleBar(portrait.view, barPx);
  const sources = [...new Set(layers.map(({ source }) => say(source)))];
  const unit = bar.metres >= 1000 ? `${bar.metres / 1000} km` : `${bar.metres} m`;
  return (
    <footer>
      <div className="sheetscale">
        <b className="n">{scaleText(scaleNumber(portrait.view))}</b>
        <svg width={bar.px + 1} height="10" aria-hidden="true">
          <path d={`M.5 0V9.5H${bar.px}V0`} fill="none" stroke="currentColor" />
        </svg>
        <span className="n">{unit}</span>
      </div>
      <p>
        {t("sheetSources", { sources: sources.join("；") })} · {t("crs")}
      </p>
      <p>
        {words.reviewNumber
          ? t("sheetReview", { number: words.reviewNumber })
          : t("sheetReviewBlank")}
        {" · "}
        {t("sheetDay", { day })}
      </p>
    </footer>
  );
}

/** The map on a sheet of A3: title, map, legend, scale, sources, review number, watermark. */
export function PrintSheet({ onDrawn, ...sheet }: Sheet & { onDrawn: () => void }) {
  const { portrait, words, layers } = sheet;
  const { t } = useTranslation("map");
  const isSynthetic = layers.some(({ synthetic }) => synthetic);
  return createPortal(
    <section className="printsheet">
      <header>
        <h1>{words.title}</h1>
        {isSynthetic && <p className="sheetmark">{t("watermark")}</p>}
      </header>
      <div className="sheetmap">
        <img src={portrait.image} alt={words.title} onLoad={onDrawn} />
        <SheetLegend {...sheet} />
      </div>
      <Foot {...sheet} />
    </section>,
    document.body,
  );
}
