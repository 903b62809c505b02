import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { City, Layer } from "../api/land.ts";
import { useSay } from "../app/useSay.ts";
import { PlacePanel } from "../ask/PlacePanel.tsx";
import { SearchBox } from "../search/SearchBox.tsx";
import { MapGuard } from "./MapGuard.tsx";
import { readSpot } from "./address.ts";
import { centreOf } from "./feature.ts";
import { EditSide } from "./edit/EditSide.tsx";
import { useEditing, type Editing } from "./edit/useEditing.ts";
import { TwoDays } from "./compare/TwoDays.tsx";
import { Acts } from "./panels/Acts.tsx";
import { Callout } from "./panels/Callout.tsx";
import { CityCart } from "./panels/CityCart.tsx";
import { Identify } from "./panels/Identify.tsx";
import { InView } from "./panels/InView.tsx";
import { LayersPanel } from "./panels/LayersPanel.tsx";
import { Margin } from "./panels/Margin.tsx";
import { SketchBar } from "./panels/SketchBar.tsx";
import { TableTwin } from "./panels/TableTwin.tsx";
import { Tools } from "./panels/Tools.tsx";
import { Zoom } from "./panels/Zoom.tsx";
import { PrintPanel } from "./print/PrintPanel.tsx";
import type { StyleInput } from "./style/layer.ts";
import { useBuildingLine } from "./useBuildingLine.ts";
import { useMapScreen, type Screen } from "./useMapScreen.ts";
import { useStyleInput } from "./useStyleInput.ts";

const MapCanvas = lazy(() => import("./canvas/MapCanvas.tsx"));

const watermarkOf = ({ isNear }: Screen): "watermark" | "watermarkCity" =>
  isNear ? "watermark" : "watermarkCity";

type DrawnProps = { screen: Screen; input: StyleInput; isEditing: boolean };

function Drawn({ screen, input, isEditing }: DrawnProps) {
  const { t } = useTranslation("map");
  const { sketcher, isOfNow, days } = screen;
  const label = isOfNow ? t("canvas") : t("canvasOn", { day: days.left });
  return (
    <MapGuard>
      <Suspense fallback={<div className="canvas" />}>
        <MapCanvas
          input={input}
          bbox={screen.city.bbox}
          spot={readSpot(screen.place.search.at)}
          words={{ watermark: t(watermarkOf(screen)), label }}
          drawings={screen.drawn.drawings}
          hidden={screen.shown.hidden}
          cursor={sketcher.tool === "pick" ? "pick" : "draw"}
          onReady={screen.setMap}
          onFault={screen.lack}
          onView={screen.setView}
          onClick={(hit) => !isEditing && isOfNow && screen.click(hit)}
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
  const { map, current, isMarked } = screen;
  if (!map || !isMarked || current?.kind !== "building") return null;
  const geometry = current.geometry as { coordinates: unknown } | undefined;
  const at = centreOf(geometry?.coordinates);
  const feature = screen.drawn.buildings?.features.find(({ id }) => id === current.id);
  if (!at) return null;
  return (
    <Callout map={map} at={at} title={say(current.title)} line={feature ? lineOf(feature) : ""} />
  );
}

function LeftSide({ screen, layers }: { screen: Screen; layers: readonly Layer[] }) {
  const { isNear, isOfNow, heat, chooseHeat, place } = screen;
  const { query } = place;
  const picked = query && "building" in query ? query.building : undefined;
  return (
    <div className="left">
      <SearchBox size="big" />
      <LayersPanel
        layers={layers}
        city={screen.city}
        isNear={isNear}
        zoom={screen.view?.zoom ?? 0}
        look={screen.shown}
        heat={{ heat, choose: chooseHeat, isOfNow }}
      />
      {isNear && isOfNow && (
        <InView
          buildings={screen.drawn.buildings}
          view={screen.view}
          picked={picked}
          pick={place.pick}
        />
      )}
    </div>
  );
}

/** The table, the other day or the sheet of paper, where the reader asked for one. */
function AsideOf({ screen, layers, input }: AsideProps) {
  const { t } = useTranslation("map");
  const { aside, map, view, shown, place, city, days } = screen;
  const close = () => screen.openAside(undefined);
  const watermark = t(watermarkOf(screen));
  if (!map || !view || !aside) return null;
  if (aside === "table") {
    return (
      <TableTwin
        {...{ layers, view, close }}
        shown={shown.shown}
        look={(layer, id) => (layer === "buildings" ? place.pick(id) : place.look(layer, id))}
      />
    );
  }
  if (aside === "days") {
    return (
      <TwoDays
        {...{ city, input, watermark, days, close }}
        beside={map}
        sight={screen.sight}
        hidden={shown.hidden}
        change={screen.setDays}
        onFault={screen.lack}
      />
    );
  }
  return <PrintPanel {...{ map, city, input, layers, watermark, close }} heat={screen.heat} />;
}

type AsideProps = { screen: Screen; layers: readonly Layer[]; input: StyleInput };

type RightProps = { screen: Screen; layers: readonly Layer[]; editing: Editing };

function RightSide({ screen, layers, editing }: RightProps) {
  const { t } = useTranslation("map");
  const { place, key, city } = screen;
  if (!screen.isOfNow) return <h1 className="sr">{t("title")}</h1>;
  if (editing.subject) return <EditSide map={screen.map} layers={layers} editing={editing} />;
  if (place.query && key) {
    return (
      <PlacePanel
        key={key}
        query={place.query}
        edit={editing.mayEdit ? editing.open : undefined}
        close={place.leave}
        onPlace={(line) => screen.setAnswered({ key, place: line })}
      />
    );
  }
  if (screen.things.length > 0) {
    return (
      <>
        <h1 className="sr">{t("title")}</h1>
        <Identify
          things={screen.things}
          layers={layers}
          look={place.look}
          edit={editing.mayEdit ? editing.open : undefined}
          close={screen.forget}
        />
      </>
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

/** The panels that stand at the right decide where the tools end. */
function classOf({ place, isNear, isOfNow }: Screen, isEditing: boolean): string {
  if (!isOfNow) return "map near two";
  if (isEditing) return "map near";
  if (place.query) return "map with-place";
  return isNear ? "map near" : "map";
}

/** Says that the map lacks something, and asks for it again. */
function Lack({ screen: { isLacking, drawn, askAgain } }: { screen: Screen }) {
  const { t } = useTranslation(["map", "shell"]);
  if (!isLacking && drawn.failed.length === 0) return null;
  return (
    <p className="maperror sheet" role="alert">
      {t("map:layersFailed")}
      <button type="button" className="btn" onClick={askAgain}>
        {t("shell:retry")}
      </button>
    </p>
  );
}

/** The one map: search and legend left, the map, what is picked right, the margin strip below. */
export function MapScreen({ city, layers }: { city: City; layers: readonly Layer[] }) {
  const editing = useEditing();
  const isEditing = editing.subject !== undefined;
  const screen = useMapScreen(city, layers, isEditing);
  const input = useStyleInput(city, screen.shown.strengths);
  const { sketcher } = screen;
  return (
    <main className={classOf(screen, isEditing)} id="main" tabIndex={-1}>
      <Drawn screen={screen} input={input} isEditing={isEditing} />
      <LeftSide screen={screen} layers={layers} />
      {screen.isOfNow && (
        <Tools
          tool={sketcher.tool}
          choose={sketcher.choose}
          drawNew={editing.mayEdit ? editing.drawNew : undefined}
        />
      )}
      {!isEditing && <Acts aside={screen.aside} open={screen.openAside} link={screen.link} />}
      {sketcher.tool !== "pick" && <SketchBar sketcher={sketcher} />}
      <Zoom map={screen.map} />
      <RightSide screen={screen} layers={layers} editing={editing} />
      <AsideOf screen={screen} layers={layers} input={input} />
      <PickedTag screen={screen} />
      <Lack screen={screen} />
      <Margin view={screen.view} layers={layers} isSynthetic={city.generated !== null} />
    </main>
  );
}
