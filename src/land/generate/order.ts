import type { Ground } from "../model/ground.ts";
import type { MapLayer } from "../model/layer.ts";
import type { Declared } from "./scene.ts";

export const citySizes = ["quarter", "district", "city"] as const;
export type CitySize = (typeof citySizes)[number];

export type CityOrder = {
  readonly size: CitySize;
  readonly seed: string;
} & Pick<Ground, "districts" | "zones" | "subdistricts">;

/** A city too large for the engine that is to hold it. */
export type CityRefusal = { readonly code: "size_not_available"; readonly size: CitySize };

export type GeneratedCity = {
  readonly size: CitySize;
  readonly seed: string;
  readonly declared: Declared;
  readonly layers: readonly MapLayer[];
};
