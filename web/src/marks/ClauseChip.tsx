import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

type Props = { measure: string; label: string };

/** The clause in gazette brackets; it opens the measure beside its rules. */
export function ClauseChip({ measure, label }: Props) {
  const { t } = useTranslation("marks");
  const [document = "", item = ""] = measure.split("/");
  return (
    <Link
      className="cite"
      to="/policies/$document/$item"
      params={{ document, item }}
      aria-label={t("cite", { label })}
    >
      {label}
    </Link>
  );
}
