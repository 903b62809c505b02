import { useTranslation } from "react-i18next";

/** How many questions are left: the present one full, those to come hollow. */
export function Steps({ left, isBusy }: { left: number; isBusy: boolean }) {
  const { t } = useTranslation("ask");
  return (
    <p className="step" role="status">
      <span className="eyebrow">{isBusy ? t("recalculating") : t("left", { count: left })}</span>
      {Array.from({ length: left }, (_none, index) => (
        <i key={index} className={index === 0 ? "dot on" : "dot"} aria-hidden="true" />
      ))}
    </p>
  );
}
