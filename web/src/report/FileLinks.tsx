import { useTranslation } from "react-i18next";
import { address } from "../api/call.ts";
import { useSettings } from "../app/settings.ts";

const kinds = ["docx", "pdf"] as const;

/** The stored report as a file to be signed, in the reader's language. */
export function FileLinks({ id }: { id: string }) {
  const { t } = useTranslation("report");
  const { locale } = useSettings();
  return kinds.map((kind) => (
    <a
      key={kind}
      className="btn"
      href={address(`/api/v1/policy/evaluations/:id/report.${kind}`, { id }, { lang: locale })}
      download
    >
      {t(`files.${kind}`)}
    </a>
  ));
}
