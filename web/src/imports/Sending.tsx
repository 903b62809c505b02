import { useTranslation } from "react-i18next";
import type { useUpload } from "../api/imports.ts";
import { Refused } from "../forms/Refused.tsx";

const isStopped = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "AbortError";

/** How far the file has left, and what became of it where it did not arrive. */
export function Sending({ sending }: { sending: ReturnType<typeof useUpload> }) {
  const { t } = useTranslation("imports");
  const { isPending, share, error, stop } = sending;
  if (isPending) {
    const sent = t("sent", { percent: Math.floor(share * 100) });
    return (
      <div className="under-way">
        <progress value={share} max={1} aria-label={t("sending")} />
        <p className="small">
          <span role="status" className="n">
            {sent}
          </span>
          <button type="button" className="btn plain" onClick={stop}>
            {t("stop")}
          </button>
        </p>
      </div>
    );
  }
  if (isStopped(error)) return <p role="status">{t("stopped")}</p>;
  return <Refused error={error} />;
}
