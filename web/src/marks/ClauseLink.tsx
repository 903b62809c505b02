import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Bilingual } from "../../../src/base/message.ts";
import { useSay } from "../app/useSay.ts";

type Cite = { document: string; item: string | number; label: Bilingual };

/** The clause in gazette brackets; it opens the clause in its document. */
export function ClauseLink({ cite: { document, item, label } }: { cite: Cite }) {
  const { t } = useTranslation("marks");
  const say = useSay();
  return (
    <Link
      className="cite"
      to="/policies/texts/$document/$item"
      params={{ document, item: String(item) }}
      aria-label={t("cite", { label: say(label) })}
    >
      {say(label)}
    </Link>
  );
}
