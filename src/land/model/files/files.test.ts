import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { beijing } from "../../../../test/harness/ground.ts";
import { readGround } from "../../store/ground.ts";
import { planePolygons } from "../districts.ts";
import { toPlane } from "../projection.ts";
import { districtTitle } from "../zones.ts";
import { cityOutline, type CityOutline } from "./city-outline.ts";
import { openFile } from "./open.ts";
import { readyRow, type RowOrder } from "./ready.ts";
import { surveyFile } from "./survey.ts";
import { choiceNamed } from "./systems.ts";
import { statedChoice } from "./stated.ts";
import { FileBroken, type FileFault } from "./table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function outline(): Promise<CityOutline> {
  const { districts, zones } = await readGround(beijing);
  return cityOutline(
    districts.features.map((district) => ({
      adcode: district.id,
      name: districtTitle(zones, district.properties).zh,
      polygons: planePolygons(district),
    })),
  );
}
const city = await outline();

const refusedFor = (file: Uint8Array): FileFault | undefined => {
  try {
    surveyFile(openFile(file), city);
    return undefined;
  } catch (cause) {
    if (cause instanceof FileBroken) return cause.fault;
    throw cause;
  }
};

const collection = (features: readonly object[], more: object = {}): Uint8Array =>
  bytes(JSON.stringify({ type: "FeatureCollection", ...more, features }));
const feature = (geometry: unknown, properties: unknown = { id: "1" }) => ({
  type: "Feature",
  properties,
  geometry,
});
const point = (lon: number, lat: number) => ({ type: "Point", coordinates: [lon, lat] });

describe("a file that is hostile or half right", () => {
  test.each<[string, Uint8Array, FileFault]>([
    ["nothing", bytes(""), "rows_missing"],
    ["blanks", bytes(" \n\n"), "rows_missing"],
    ["bytes of no form", new Uint8Array([1, 0, 2, 0, 3]), "form_unknown"],
    ["JSON cut short", bytes('{"type":"FeatureCollection","features":[{"type":'), "broken"],
    ["JSON that nests too deep", bytes(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`), "broken"],
    ["a collection of nothing", collection([]), "rows_missing"],
    ["CSV without places", bytes("name,kind\na,b\n"), "place_missing"],
    ["CSV with an open quote", bytes('lon,lat,name\n116.4,39.9,"a\n'), "broken"],
    [
      "JSON with the sign of nothing in a column's name",
      bytes('{"type":"Feature","properties":{"a\\u0000b":1},"geometry":null}'),
      "column_unusable",
    ],
    [
      "JSON with half a sign in a column's name",
      bytes('{"type":"Feature","properties":{"a\\ud800":1},"geometry":null}'),
      "column_unusable",
    ],
    ["CSV with a thousand columns", bytes(`lon,lat${",c".repeat(999)}\n`), "too_many_columns"],
    ["a ZIP of something else", zipSync({ "a.txt": strToU8("a") }), "form_unknown"],
    ["a ZIP cut short", zipSync({ "a.shp": strToU8("a") }).slice(0, 40), "broken"],
    ["a shapefile that is none", zipSync({ "a.shp": new Uint8Array(200) }), "broken"],
    ["a bomb", zipSync({ "a.shp": new Uint8Array(60_000_000) }), "zip_bomb"],
  ])("%s is refused as a whole", (_, file, fault) => {
    expect(refusedFor(file)).toBe(fault);
  });

  const wide = Array.from({ length: 200_001 }, (_, at) => [116 + at / 1e6, 40]);
  const square = [
    [116.4, 39.9],
    [116.41, 39.9],
    [116.41, 39.91],
    [116.4, 39.91],
    [116.4, 39.9],
  ];
  const order = (geometry: RowOrder["geometry"], crs = "EPSG:4490"): RowOrder => ({
    choice: choiceNamed(crs)!,
    columns: { id: "id", class: "kind", valid_from: "since" },
    keepsOtherColumns: true,
    isSynthetic: false,
    geometry,
    classes: ["zone_1", "zone_2"],
    today: "2026-01-01",
    city,
    hash: (text) => String(text.length),
  });
  const fates = (file: Uint8Array, how: RowOrder): string[] =>
    [...openFile(file).rows()].map((row) => {
      const ready = readyRow(row, how);
      return ready.ok ? ready.value.id : ready.refusal.code;
    });

  test.each<[string, object, RowOrder["geometry"], string]>([
    ["no feature", { type: "Something" }, "point", "row_unreadable"],
    ["no place", feature(null), "point", "shape_missing"],
    [
      "a place in words",
      feature({ type: "Point", coordinates: ["a", "b"] }),
      "point",
      "shape_unreadable",
    ],
    [
      "several kinds",
      feature({ type: "GeometryCollection", geometries: [] }),
      "point",
      "shape_mixed",
    ],
    ["another kind", feature({ type: "LineString", coordinates: square }), "point", "shape_kind"],
    ["null island", feature(point(0, 0)), "point", "null_island"],
    ["another city", feature(point(121.47, 31.23)), "point", "outside_city"],
    [
      "an open ring",
      feature({ type: "Polygon", coordinates: [square.slice(0, 4)] }),
      "polygon",
      "ring_open",
    ],
    [
      "too many points",
      feature({ type: "LineString", coordinates: wide }),
      "line",
      "too_many_vertices",
    ],
    ["an id too long", feature(point(116.4, 39.9), { id: "x".repeat(81) }), "point", "id_invalid"],
    [
      "a text too long",
      feature(point(116.4, 39.9), { a: "x".repeat(10_001) }),
      "point",
      "text_too_long",
    ],
    ["half a character", feature(point(116.4, 39.9), { a: "\ud800" }), "point", "text_too_long"],
    [
      "a day that is none",
      feature(point(116.4, 39.9), { id: "1", since: "2024-02-30" }),
      "point",
      "day_invalid",
    ],
    [
      "a day to come",
      feature(point(116.4, 39.9), { id: "1", since: "2026-01-02" }),
      "point",
      "day_future",
    ],
    [
      "a class that the layer does not know",
      feature(point(116.4, 39.9), { id: "1", kind: "一级保护区" }),
      "point",
      "class_unknown",
    ],
    ["a class it knows", feature(point(116.4, 39.9), { id: "z", kind: " zone_1 " }), "point", "z"],
    ["no class", feature(point(116.4, 39.9), { id: "n", kind: "" }), "point", "n"],
    ["the day itself", feature(point(116.4, 39.9), { id: "d", since: "2026-01-01" }), "point", "d"],
    [
      "names of code",
      feature(point(116.4, 39.9), JSON.parse('{"id":"p","__proto__":{"a":1}}')),
      "point",
      "p",
    ],
    [
      "names of SQL",
      feature(point(116.4, 39.9), { id: "q", '"; drop table land.feature;--': "=1+1" }),
      "point",
      "q",
    ],
  ])("a row with %s is told as it is", (_, row, geometry, fate) => {
    expect(fates(collection([row]), order(geometry))).toEqual([fate]);
  });
});

describe("the coordinate system of a file", () => {
  const pairs: readonly (readonly [number, number])[] = Array.from({ length: 40 }, (_, at) => [
    116.3 + (at % 8) * 0.02,
    39.85 + Math.floor(at / 8) * 0.02,
  ]);
  const csv = (rows: readonly (readonly number[])[]): Uint8Array =>
    bytes(`x,y\n${rows.map((row) => row.join(",")).join("\n")}\n`);
  const found = (rows: readonly (readonly number[])[]) => surveyFile(openFile(csv(rows)), city).crs;

  test("in metres is told from others, and from its axes the other way round", () => {
    const metres = pairs.map((at) => toPlane(at));
    const straight = found(metres).candidates.map(({ crs }) => crs);
    const turned = found(metres.map(([east, north]) => [north, east])).candidates;
    expect(straight[0]).toBe("EPSG:4548");
    expect(turned[0]!.crs).toBe("EPSG:4548:swapped");
  });

  test("stays open where degrees may be of three kinds, and is asked for", () => {
    const { verdict, proposed, candidates } = found(pairs);
    expect({ verdict, proposed }).toEqual({ verdict: "open", proposed: null });
    expect(candidates.map(({ crs }) => crs).sort()).toEqual(["BD-09", "EPSG:4490", "GCJ-02"]);
  });

  test("with swapped degrees is seen to be swapped", () => {
    const { candidates } = found(pairs.map(([lon, lat]) => [lat, lon]));
    expect(candidates.every(({ crs }) => crs.endsWith(":swapped"))).toBe(true);
  });

  test.each<[string, string | undefined]>([
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4490"],
    ["urn:ogc:def:crs:EPSG::4548", "EPSG:4548"],
    ["EPSG:4326", "EPSG:4490"],
    ["EPSG:27700", undefined],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257]]]',
      "EPSG:4490",
    ],
    [
      'PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["x",DATUM["y",SPHEROID["CGCS2000",6378137.0,298.257222101]]],' +
        'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0]]',
      "EPSG:4548",
    ],
    [
      'PROJCS["Beijing_1954_3_Degree_GK_Zone_39",GEOGCS["x",DATUM["y",SPHEROID["Krasovsky_1940",6378245.0,298.3]]],' +
        'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0]]',
      "EPSG:2415",
    ],
  ])("said as %s is known", (stated, id) => {
    expect(statedChoice(stated)?.system.id).toBe(id);
  });
});

describe("CSV", () => {
  test("in GBK is read as it is, and a formula stays a text", () => {
    // 名称, 北京 in GBK.
    const gbk = [0xc3, 0xfb, 0xb3, 0xc6];
    const beijingGbk = [0xb1, 0xb1, 0xbe, 0xa9];
    const file = new Uint8Array([
      ...bytes("lon,lat,"),
      ...gbk,
      ...bytes("\r\n116.4,39.9,"),
      ...beijingGbk,
      ...bytes("\r\n116.4,39.9,=1+1\r\n"),
    ]);
    const rows = [...openFile(file).rows()];
    expect(rows.map(({ cells }) => cells.get("名称"))).toEqual(["北京", "=1+1"]);
    expect(openFile(file).encoding).toBe("GBK");
  });
});
