import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const skeletonAfterMs = 1000;
const explainAfterMs = 5000;

/** Rows of about the length of what will stand here. */
const rows = [84, 60, 96, 72, 66];

function useElapsed(): number {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const timers = [skeletonAfterMs, explainAfterMs].map((ms) =>
      setTimeout(() => setElapsedMs(ms), ms),
    );
    return () => timers.forEach(clearTimeout);
  }, []);
  return elapsedMs;
}

/** The first of the four states. A short wait shows one line only, so that nothing flickers. */
export function Waiting({ what }: { what?: string }) {
  const { t } = useTranslation("shell");
  const elapsedMs = useElapsed();
  return (
    <div className="wait">
      <p className="run" role="status">
        <i aria-hidden="true" />
        {what ?? t("waiting")}
      </p>
      {elapsedMs >= skeletonAfterMs &&
        rows.map((width) => (
          <div className="sk" key={width} aria-hidden="true">
            <i style={{ width }} />
            <i style={{ width: 64 }} />
          </div>
        ))}
      {elapsedMs >= explainAfterMs && <p className="small faint">{t("waitingLong")}</p>}
    </div>
  );
}
