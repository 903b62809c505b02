import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type Content = { id: string; title: string; count?: number };

/** The contents of the report with the counts, and what can be done with it. */
export function ReportContents({ parts, acts }: { parts: readonly Content[]; acts: ReactNode }) {
  const { t } = useTranslation("report");
  return (
    <nav className="toc" aria-label={t("contents")}>
      <ol>
        {parts.map(({ id, title, count }, index) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={index === 0 ? "true" : undefined}>
              {title}
              {count !== undefined && <span className="n">{count}</span>}
            </a>
          </li>
        ))}
      </ol>
      <div className="acts">{acts}</div>
    </nav>
  );
}
