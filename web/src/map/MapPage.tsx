import { useTranslation } from "react-i18next";
import { useCity, useLayers } from "../api/land.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { MapScreen } from "./MapScreen.tsx";
import "../styles/map.css";
import "../styles/ask.css";

export function MapPage() {
  const { t } = useTranslation("map");
  const city = useCity();
  const layers = useLayers();
  useTitle(t("title"));

  if (city.isSuccess && layers.isSuccess) {
    return <MapScreen city={city.data} layers={layers.data.layers} />;
  }
  const failed = city.isError ? city : layers;
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1 className="sr">{t("title")}</h1>
      {failed.isError ? (
        <ProblemNotice error={failed.error} retry={() => void failed.refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  );
}
