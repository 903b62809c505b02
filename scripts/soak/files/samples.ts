import { strToU8, zipSync } from "fflate";
import { maxFileBytes, maxFileVertices } from "../../../src/land/contract.ts";

/** A file that somebody might send, and what is to become of it. */
export type Sample = {
  readonly name: string;
  readonly layer: string;
  readonly make: () => Uint8Array;
  /** The code of the refusal, or "done" where it is taken. */
  readonly due: string;
  /** What the refusal, or the list of its rows, has to name. */
  readonly names?: readonly string[];
};

type Place = readonly [number, number];

/** A collection that is written piece by piece: a text of 200 MB is more than some engines hold. */
function collection(features: Iterable<string>, filledTo = 0): Uint8Array {
  const pieces = [Buffer.from('{"type":"FeatureCollection","features":[')];
  let first = true;
  for (const feature of features) {
    pieces.push(Buffer.from(first ? feature : `,${feature}`));
    first = false;
  }
  pieces.push(Buffer.from("]}"));
  const bytes = Buffer.concat(pieces);
  return bytes.length >= filledTo
    ? bytes
    : Buffer.concat([bytes, Buffer.alloc(filledTo - bytes.length, " ")]);
}

const feature = (id: string, geometry: object, more: object = {}): string =>
  JSON.stringify({ type: "Feature", properties: { code: id, ...more }, geometry });

/** A place in the city for a number: a grid some 40 km wide. */
const placeOf = (number: number): Place => [
  116.2 + (number % 1_000) * 0.0004,
  39.8 + Math.floor(number / 1_000) * 0.0004,
];

type Points = { readonly count: number; readonly named: string; readonly text?: string };

function* points({ count, named, text }: Points): Iterable<string> {
  for (let at = 0; at < count; at += 1) {
    const geometry = { type: "Point", coordinates: placeOf(at) };
    yield feature(`${named}-${at}`, geometry, text === undefined ? {} : { text });
  }
}

/** So many points, none of which another file of another name has. */
export const pointFile = (of: Points): Uint8Array => collection(points(of));

function* lines(vertices: number): Iterable<string> {
  const perLine = 100_000;
  for (let from = 0; from < vertices; from += perLine) {
    const count = Math.min(perLine, vertices - from);
    const coordinates = Array.from({ length: count }, (_, at) => placeOf((from + at) % 400_000));
    yield feature(`line-${from}`, { type: "LineString", coordinates });
  }
}

const ring = (west: number, south: number, size: number): Place[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const polygon = (...coordinates: Place[][]) => ({ type: "Polygon", coordinates });
const bowTie = polygon([
  [116.4, 39.9],
  [116.41, 39.91],
  [116.41, 39.9],
  [116.4, 39.91],
  [116.4, 39.9],
]);

const csv = (...rows: string[]): Uint8Array => strToU8(`${rows.join("\n")}\n`);
const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });

/** Some 3 kB each: sixty thousand of them fill the largest file that is taken. */
const large: Points = { count: 60_000, named: "large", text: "字".repeat(1_000) };

export const samples: readonly Sample[] = [
  {
    name: "200 MB in sixty thousand points",
    layer: "stations",
    make: () => collection(points(large), maxFileBytes),
    due: "done",
  },
  {
    name: "one byte more than is taken",
    layer: "stations",
    make: () => new Uint8Array(maxFileBytes + 1),
    due: "request_invalid",
    names: ["/bytes"],
  },
  {
    name: "three million vertices",
    layer: "streets",
    make: () => collection(lines(maxFileVertices)),
    due: "done",
  },
  {
    name: "one vertex more",
    layer: "streets",
    make: () => collection(lines(maxFileVertices + 2)),
    due: "map_file_refused",
    names: ["3000000"],
  },
  {
    name: "a bow-tie, a hole outside, an open ring",
    layer: "parks",
    make: () =>
      collection([
        feature("1", bowTie),
        feature("2", polygon(ring(116.4, 39.9, 0.01), ring(116.5, 39.9, 0.01))),
        feature("3", polygon(ring(116.4, 39.9, 0.01).slice(0, 4))),
        feature("4", polygon(ring(116.3, 39.9, 0.01))),
      ]),
    due: "rows_refused",
    names: ["shape_invalid", "ring_open"],
  },
  {
    name: "points and collections among polygons",
    layer: "parks",
    make: () =>
      collection([
        feature("1", point(116.4, 39.9)),
        feature("2", { type: "GeometryCollection", geometries: [point(116.4, 39.9)] }),
        feature("3", polygon(ring(116.3, 39.9, 0.01))),
      ]),
    due: "rows_refused",
    names: ["shape_kind", "shape_mixed"],
  },
  {
    name: "null island",
    layer: "stations",
    make: () => csv("code,lon,lat", "1,116.4,39.9", "2,0,0"),
    due: "rows_refused",
    names: ["null_island"],
  },
  {
    name: "a zip bomb",
    layer: "parks",
    make: () => zipSync({ "a.shp": new Uint8Array(620 * 1024 * 1024) }, { level: 1 }),
    due: "map_file_refused",
  },
  {
    name: "formulas, and columns named like SQL",
    layer: "stations",
    make: () =>
      csv(
        'code,lon,lat,"""; drop table land.feature;--",select',
        "F1,116.4,39.9,=cmd|' /C calc'!A0,@SUM(1)",
        'F2,116.41,39.9,+1+1,"\' or 1=1"',
      ),
    due: "done",
  },
];
