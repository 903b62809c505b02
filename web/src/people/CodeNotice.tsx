import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { clockText } from "../app/instant.ts";

/** A code that was just issued, and for whom. */
export type Issued = { id: string; name: string; code: string; until: string };

/** The code in clear: this once, and nowhere else. */
export function CodeNotice({ issued, children }: { issued: Issued; children?: ReactNode }) {
  const { t } = useTranslation(["people", "shell"]);
  const [copied, setCopied] = useState<"copied" | "copyFailed">();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => {
    navigator.clipboard.writeText(issued.code).then(
      () => setCopied("copied"),
      () => setCopied("copyFailed"),
    );
  };
  const { name } = issued;
  const isCopied = copied === "copied";
  return (
    <section className="notice code">
      <h2 tabIndex={-1} ref={heading}>
        {t("people:codeTitle")}
      </h2>
      <p className="secret">
        <code>{issued.code}</code>
      </p>
      <p>{t("people:codeText", { name, until: clockText(issued.until) })}</p>
      <p className="acts">
        <button type="button" className="btn do" onClick={copy}>
          {t("people:copyCode")}
        </button>
        {children}
      </p>
      <p className="small faint" role="status">
        {copied && (isCopied ? t("people:codeCopied") : t("people:codeNotCopied"))}
      </p>
    </section>
  );
}
