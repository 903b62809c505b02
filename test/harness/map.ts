import { pageFeatures } from "../../src/land/actions/map.ts";
import { findPlace, measurePlace } from "../../src/land/actions/place.ts";
import type { Feature, LayerId } from "../../src/land/contract.ts";
import type { Measured } from "../../src/land/model/measure.ts";
import type { Place } from "../../src/land/model/place.ts";
import type { MapMeasure } from "../../src/rules/index.ts";
import { system } from "../../src/base/actor.ts";
import type { Tx } from "../../src/store/transaction.ts";
import type { Engine } from "./engines.ts";

const me = system("test");

/** A square drawn around a point, with sides of so many degrees. */
export const square = (
  [lon, lat]: readonly [number, number],
  size: number,
): { polygon: unknown } => {
  const [w, s, e, n] = [lon - size / 2, lat - size / 2, lon + size / 2, lat + size / 2];
  return {
    polygon: {
      type: "Polygon",
      coordinates: [
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
          [w, s],
        ],
      ],
    },
  };
};

/** Questions to the loaded map, each in a transaction of its own. */
export const askers = (engine: Engine) => {
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => engine.db.transaction(me, work);
  const place = async (query: Parameters<typeof findPlace>[1]): Promise<Place> => {
    const found = await run((tx) => findPlace(tx, query));
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  const features = async (layer: LayerId): Promise<Feature[]> => {
    const page = await run((tx) => pageFeatures(tx, { layer, bbox: undefined, limit: undefined }));
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value.features;
  };
  const measure = async (where: Place, asked: MapMeasure): Promise<Measured> => {
    const [answer] = await run((tx) => measurePlace(tx, where, [asked]));
    return answer!;
  };
  const building = async (kind: string): Promise<Feature> =>
    (await features("buildings")).find(({ properties }) => properties["kind"] === kind)!;
  return { run, place, features, measure, building };
};
