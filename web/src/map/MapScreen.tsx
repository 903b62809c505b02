import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { City, Layer } from "../api/land.ts";
import { useSay } from "../app/useSay.ts";
import { PlacePanel } from "../ask/PlacePanel.tsx";
import { SearchBox } from "../search/SearchBox.tsx";
import { MapGuard } from "./MapGuard.tsx";
import { centreOf } from "./feature.ts";
import { Callout } from "./panels/Callout.tsx";
import { CityCart } from "./panels/CityCart.tsx";
import { InView } from "./panels/InView.tsx";
import { LayersPanel } from "./panels/LayersPanel.tsx";
import { Margin } from "./panels/Margin.tsx";
import { SketchBar } from "./panels/SketchBar.tsx";
import { Tools } from "./panels/Tools.tsx";
import { Zoom } from "./panels/Zoom.tsx";
import { useBuildingLine } from "./useBuildingLine.ts";
import { useMapScreen, type Screen } from "./useMapScreen.ts";
import { useStyleInput } from "./useStyleInput.ts";

const MapCanvas = lazy(() => import("./canvas/MapCanvas.tsx"));

function Drawn({ screen }: { screen: Screen }) {
  const { t } = useTranslation("map");
  const input = useStyleInput(screen.city);
  const { sketcher } = screen;
  return (
    <MapGuard>
      <Suspense fallback={<div className="canvas" />}>
        <MapCanvas
          input={input}
          bbox={screen.city.bbox}
          words={{
            watermark: t(screen.isNear ? "watermark" : "watermarkCity"),
            label: t("canvas"),
          }}
          drawings={screen.drawn.drawings}
          hidden={screen.shown.hidden}
          cursor={sketcher.tool === "pick" ? "pick" : "draw"}
          onReady={screen.setMap}
          onView={screen.setView}
          onClick={screen.click}
          onDouble={() => sketcher.tool !== "pick" && sketcher.close()}
          onPointer={sketcher.point}
        />
      </Suspense>
    </MapGuard>
  );
}

function PickedTag({ screen }: { screen: Screen }) {
  const say = useSay();
  const lineOf = useBuildingLine();
  const { map, current } = screen;
  if (!map || current?.kind !== "building") return null;
  const geometry = current.geometry as { coordinates: unknown } | undefined;
  const at = centreOf(geometry?.coordinates);
  const feature = screen.drawn.buildings?.features.find(({ id }) => id === current.id);
  if (!at) return null;
  return (
    <Callout map={map} at={at} title={say(current.title)} line={feature ? lineOf(feature) : ""} />
  );
}

function LeftSide({ screen, layers }: { screen: Screen; layers: readonly Layer[] }) {
  const { query } = screen.place;
  const picked = query && "building" in query ? query.building : undefined;
  return (
    <div className="left">
      <SearchBox size="big" />
      <LayersPanel
        layers={layers}
        city={screen.city}
        isNear={screen.isNear}
        zoom={screen.view?.zoom ?? 0}
        shown={screen.shown.shown}
        toggle={screen.shown.toggle}
      />
      {screen.isNear && (
        <InView
          buildings={screen.drawn.buildings}
          view={screen.view}
          picked={picked}
          pick={screen.place.pick}
        />
      )}
    </div>
  );
}

function RightSide({ screen }: { screen: Screen }) {
  const { t } = useTranslation("map");
  const { place, key, city } = screen;
  if (place.query && key) {
    return (
      <PlacePanel
        key={key}
        query={place.query}
        close={place.leave}
        onPlace={(line) => screen.setAnswered({ key, place: line })}
      />
    );
  }
  if (screen.isNear) return <h1 className="sr">{t("title")}</h1>;
  const { generated } = city;
  return (
    <CityCart
      city={city}
      seeDistrict={(adcode) => place.look("districts", adcode)}
      seeSample={() => generated && screen.show(generated.bbox)}
    />
  );
}

/** The one map: search and legend left, the map, what is picked right, the margin strip below. */
export function MapScreen({ city, layers }: { city: City; layers: readonly Layer[] }) {
  const { t } = useTranslation("map");
  const screen = useMapScreen(city, layers);
  const { sketcher, place } = screen;
  return (
    <main className={place.query ? "map with-place" : "map"} id="main" tabIndex={-1}>
      <Drawn screen={screen} />
      <LeftSide screen={screen} layers={layers} />
      <Tools tool={sketcher.tool} choose={sketcher.choose} />
      {sketcher.tool !== "pick" && <SketchBar sketcher={sketcher} />}
      <Zoom map={screen.map} />
      <RightSide screen={screen} />
      <PickedTag screen={screen} />
      {screen.drawn.failed && (
        <p className="maperror sheet" role="alert">
          {t("layersFailed")}
        </p>
      )}
      <Margin view={screen.view} layers={layers} isSynthetic={city.generated !== null} />
    </main>
  );
}
