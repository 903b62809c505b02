import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useHits, type Hits } from "../api/land.ts";
import { useMeasures, type Measures } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { spotText } from "../map/address.ts";
import { coordinateText } from "../map/view.ts";
import { matches } from "./matches.ts";

export type Found = { key: string; title: string; kind: string; go: () => void };

type Hit = Hits["hits"][number];
type Measure = Measures["measures"][number];

const kindOf = {
  districts: "district",
  blocks: "block",
  buildings: "building",
  parcels: "parcel",
  stations: "station",
} as const;

const hasKind = (layer: string): layer is keyof typeof kindOf => layer in kindOf;

const mostMeasures = 6;
/** Near enough to see the buildings around written coordinates. */
const spotZoom = 17;

const measuresFound = (measures: readonly Measure[], words: string): Measure[] =>
  measures
    .filter(({ title, summary }) => matches(words, [title.zh, title.en, summary.zh, summary.en]))
    .slice(0, mostMeasures);

/** Each kind of find as a line that knows how to get there. */
function useWays() {
  const { t } = useTranslation("map");
  const say = useSay();
  const navigate = useNavigate();

  const ground = ({ layer, id, title }: Hit): Found => ({
    key: `${layer}:${id}`,
    title: say(title),
    // Many things have one name: the code tells them apart.
    kind: `${t(`kinds.${hasKind(layer) ? kindOf[layer] : "other"}`)} ${id}`,
    go: () =>
      void navigate({
        to: "/",
        search: layer === "buildings" ? { building: id } : { see: `${layer}:${id}` },
      }),
  });
  const spot = ({ system, at }: Hits["positions"][number]): Found => ({
    key: `${system.en} ${at.join()}`,
    title: coordinateText(at),
    kind: say(system),
    go: () => void navigate({ to: "/", search: { at: spotText({ centre: at, zoom: spotZoom }) } }),
  });
  const law = ({ id, title, cite }: Measure): Found => {
    const [document = "", item = ""] = id.split("/");
    return {
      key: id,
      title: say(title),
      kind: `${t("kinds.measure")} ${say(cite.label)}`,
      go: () => void navigate({ to: "/policies/$document/$item", params: { document, item } }),
    };
  };
  return { ground, spot, law };
}

/** What the words find on the ground, then among the measures; each knows how to get there. */
export function useFoundThings(words: string) {
  const { t } = useTranslation("map");
  const asked = useDeferredValue(words.trim());
  const hits = useHits(asked);
  const measures = useMeasures();
  const { ground, spot, law } = useWays();
  const found = [
    ...(hits.data?.positions ?? []).map(spot),
    ...(hits.data?.hits ?? []).map(ground),
    ...measuresFound(measures.data?.measures ?? [], asked).map(law),
  ];
  const state = (typed: string): string | undefined => {
    if (found.length > 0) return undefined;
    if (hits.isError) return t("searchFailed");
    const isBusy = hits.isFetching || asked !== typed.trim();
    return isBusy ? t("searching") : t("nothingFound", { words: typed.trim() });
  };
  return { found, state };
}
