import { useTranslation } from "react-i18next";
import type { Sections } from "./items.ts";

export function CountsRow({ sections }: { sections: Sections }) {
  const { t } = useTranslation("report");
  const cells = [
    { mark: "yes", word: t("applies"), count: sections.applies.length },
    { mark: "maybe", word: t("undecided"), count: sections.undecided.length },
    { mark: "no", word: t("doesNotApply"), count: sections.not.length },
  ];
  return (
    <div className="sum">
      {cells.map(({ mark, word, count }) => (
        <div key={mark}>
          <p className="k">
            <i className={`mk ${mark}`} aria-hidden="true" />
            {word}
          </p>
          <b className={`c-${mark}`}>{count}</b>
        </div>
      ))}
    </div>
  );
}
