import type { Map } from "maplibre-gl";
import { useTranslation } from "react-i18next";

export function Zoom({ map }: { map: Map | undefined }) {
  const { t } = useTranslation("map");
  return (
    <div className="zoom sheet">
      <button type="button" aria-label={t("zoomIn")} onClick={() => map?.zoomIn()}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </button>
      <button type="button" aria-label={t("zoomOut")} onClick={() => map?.zoomOut()}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M2 7h10" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </button>
    </div>
  );
}
