import { useTranslation } from "react-i18next";

export function SyntheticTag() {
  const { t } = useTranslation("shell");
  return (
    <span className="synthtag" title={t("syntheticMeans")}>
      {t("synthetic")}
    </span>
  );
}
