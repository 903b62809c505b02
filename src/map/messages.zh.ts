import type { Sentences } from "../http/problem.ts";
import type { MapRefusal } from "./model/refusals.ts";

export type MapMessages = Sentences<MapRefusal>;

export const zh: MapMessages = {
  tile_missing: ({ z, x, y }) =>
    `没有瓦片 ${z}/${x}/${y}：级别为 0 到 16，行列号小于 2 的级别次方。`,
};
