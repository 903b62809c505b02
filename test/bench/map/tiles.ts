import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { bilingual } from "../../../src/base/message.ts";
import { landLayers } from "../../../src/land/index.ts";
import type { TilePlace } from "../../../src/map/model/grid.ts";
import type { Part, Row } from "../table.ts";
import { quantile, type Answered } from "./client.ts";
import { startMapServer, type MapServer } from "./mapserver.ts";
import type { Stage } from "./stage.ts";

const zooms = [8, 9, 10, 11, 12, 13, 14, 15, 16] as const;
const coldBarMs = 50;
const warmBarMs = 5;
const sizeBarKb = 500;

const pathOf = (layers: string, { z, x, y }: TilePlace): string =>
  `/tiles/${layers}/${z}/${x}/${y}.mvt`;

const named = (zh: string, en: string, z: number) =>
  bilingual(`${z} 级：${zh}`, `zoom ${z}: ${en}`);

/** A share of fewer times than these is the luck of one of them. */
const leastTimes = 100;

type Times = { readonly cold: number[]; readonly warm: number[]; readonly bytes: number[] };

/** Asks for each tile when none is kept, and again; where they are few, in several rounds. */
async function timesOf({ client, forget }: Stage, places: readonly TilePlace[]): Promise<Times> {
  const packed = { "accept-encoding": "gzip" };
  const times: Times = { cold: [], warm: [], bytes: [] };
  while (times.cold.length < leastTimes) {
    await forget();
    for (const place of places) {
      const path = pathOf("map", place);
      times.cold.push((await client.get(path, packed)).ms);
      times.warm.push((await client.get(path, packed)).ms);
      times.bytes.push((await client.get(path)).body.length);
    }
  }
  return times;
}

/** The whole map's tiles of one zoom: drawn anew, kept, and how large. */
async function rowsOf(stage: Stage, z: number, limit: number): Promise<Row[]> {
  const places = await stage.tiles(z, limit);
  if (places.length === 0) throw new Error("no city is loaded: zhibu city generate --size city");
  const { cold, warm, bytes } = await timesOf(stage, places);
  const [coldName, warmName] = [named("现画", "drawn", z), named("已存", "kept", z)];
  const of = `${places.length}`;
  return [
    {
      name: bilingual(`${coldName.zh} p50（${of}）`, `${coldName.en} p50 (of ${of})`),
      figure: quantile(cold, 0.5),
      unit: "ms",
    },
    {
      name: bilingual(`${coldName.zh} p95`, `${coldName.en} p95`),
      figure: quantile(cold, 0.95),
      unit: "ms",
      most: coldBarMs,
    },
    {
      name: bilingual(`${warmName.zh} p95`, `${warmName.en} p95`),
      figure: quantile(warm, 0.95),
      unit: "ms",
      most: warmBarMs,
    },
    {
      name: named("最大", "largest", z),
      figure: Math.max(...bytes) / 1_000,
      unit: "kB",
      most: sizeBarKb,
    },
  ];
}

export async function tilesPart(stage: Stage, limit: number): Promise<Part> {
  const rows: Row[] = [];
  // The first tile of a server loads what all the others use, and is none of them.
  await stage.client.get(pathOf("map", { z: 0, x: 0, y: 0 }));
  for (const z of zooms) rows.push(...(await rowsOf(stage, z, limit)));
  return {
    title: bilingual("整张图的瓦片", "Tiles of the whole map"),
    lines: [
      "All layers in one tile, asked over HTTP one after the other; tiles that hold buildings. One",
      "tile of the world is asked first: it loads what a server and its connection load once. Where",
      `there are few tiles, they are asked in rounds until there are ${leastTimes} times of each.`,
    ],
    rows,
  };
}

const { drawn, told } = landLayers;
const layers = [
  { name: "far", fields: drawn, isNamed: false },
  { name: "near", fields: [...drawn, ...told], isNamed: true },
] as const;

/** Zooms at which both hold every building with the same properties: nothing is thinned there. */
const contested = [
  { z: 14, layer: "far" },
  { z: 15, layer: "near" },
  { z: 16, layer: "near" },
] as const;

const countIn = (bytes: Buffer, layer: string): number =>
  new VectorTile(new PbfReader(bytes)).layers[layer]?.length ?? 0;

type Contest = { readonly z: number; readonly layer: string; readonly limit: number };
type Timed = { readonly each: number[]; readonly wholes: number[]; features: number };

/** Asks for each tile, as many at once as there are connections; what each took, and all. */
async function timeAll(
  places: readonly TilePlace[],
  lanes: number,
  ask: (place: TilePlace) => Promise<Answered>,
): Promise<{ answers: Answered[]; whole: number }> {
  const answers: Answered[] = [];
  const queue = [...places];
  const start = performance.now();
  const lane = async (): Promise<void> => {
    for (let place = queue.shift(); place; place = queue.shift()) answers.push(await ask(place));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { answers, whole: performance.now() - start };
}

/** Three rounds of the same tiles in turns, ours and theirs, none of them kept. */
async function rounds(
  stage: Stage,
  peer: MapServer,
  { z, layer, limit }: Contest,
): Promise<{ own: Timed; other: Timed; tiles: number }> {
  const places = await stage.tiles(z, limit);
  const own: Timed = { each: [], wholes: [], features: 0 };
  const other: Timed = { each: [], wholes: [], features: 0 };
  const sides = [
    {
      timed: own,
      name: "buildings",
      ask: (p: TilePlace) => stage.client.get(pathOf("buildings", p)),
    },
    { timed: other, name: layer, ask: (p: TilePlace) => peer.ask(layer, p) },
  ];
  for (let round = 0; round < 3; round += 1) {
    await stage.forget();
    for (const { timed, name, ask } of sides) {
      const { answers, whole } = await timeAll(places, stage.connections, ask);
      timed.each.push(...answers.map(({ ms }) => ms));
      timed.wholes.push(whole);
      timed.features += answers.reduce((sum, { body }) => sum + countIn(body, name), 0);
    }
  }
  return { own, other, tiles: places.length };
}

async function contest(stage: Stage, peer: MapServer, asked: Contest): Promise<Row[]> {
  const { own, other, tiles } = await rounds(stage, peer, asked);
  const value = quantile(other.wholes, 0.5) / quantile(own.wholes, 0.5);
  const to = bilingual("织补，同样的瓦片合计", "zhibu, all of the same tiles");
  const row = (name: string, { each, features }: Timed): Row => ({
    name: `${name}, zoom ${asked.z}, p50 (${tiles} tiles, ${Math.round(features / 3)} features)`,
    figure: quantile(each, 0.5),
    unit: "ms",
  });
  return [
    row("zhibu", own),
    { ...row("MapServer", other), ratios: [{ to, value, bar: { is: "at_least", value: 1 } }] },
  ];
}

/** Buildings beside MapServer: the same rows, box, properties and form, drawn anew each time. */
export async function contestPart(stage: Stage, limit: number): Promise<Part> {
  const peer = await startMapServer(stage.url, layers, stage.connections);
  const rows: Row[] = [];
  try {
    for (const { z, layer } of contested)
      rows.push(...(await contest(stage, peer, { z, layer, limit })));
  } finally {
    await peer.stop();
  }
  return {
    title: bilingual("与 MapServer 同场", "Buildings beside MapServer"),
    lines: [
      `MapServer 8 by FastCGI behind nginx, ${stage.connections} processes, each with its own`,
      `connection to the same tables; zhibu with ${stage.connections} connections. Both are asked`,
      "over HTTP by one client in a process of its own. Tiles in turns, three rounds, none kept.",
      "MapServer does not look for what lies in the margin of a tile alone.",
    ],
    rows,
  };
}
