import { useTranslation } from "react-i18next";

export type Counts = { applies: number; undecided: number; not: number };

/**
 * Applies, undecided and does not apply, each as wide as its share; an empty share takes no room.
 */
export function TriBar({ applies, undecided, not }: Counts) {
  const { t } = useTranslation("ask");
  const parts = [
    { mark: "yes", count: applies, word: t("applies") },
    { mark: "maybe", count: undecided, word: t("undecided") },
    { mark: "no", count: not, word: t("doesNotApply") },
  ];
  return (
    <>
      <div className="tri" role="img" aria-label={t("barLabel", { applies, undecided, not })}>
        {parts.map(
          ({ mark, count }) =>
            count > 0 && <i key={mark} className={mark} style={{ flex: count }} />,
        )}
      </div>
      <p className="tricap" aria-hidden="true">
        {parts.map(({ mark, count, word }) => (
          <span key={mark} className={`c-${mark}`}>
            {word} <b>{count}</b>
          </span>
        ))}
      </p>
    </>
  );
}
