import type { FastifyReply, FastifyRequest } from "fastify";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import { admit, perform, type NotAllowed } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { drawTile } from "../actions/draw.ts";
import { boundsOf, readyTile } from "../actions/tiles.ts";
import { TileJson, TileJsonPath, TilePath, TileQuery } from "../contract.ts";
import { fewFrom, isTile, type TilePlace } from "../model/grid.ts";
import type { KeptTile } from "../model/kept-tiles.ts";
import { layersOf, type LayerRefusal } from "../model/published.ts";
import { tileJsonOf } from "../model/tile-json.ts";
import { mapProblem } from "../problems.ts";
import { baseOf, failures, options, resource, type MapOptions } from "./options.ts";

const tags = ["map"];
const tileType = "application/vnd.mapbox-vector-tile";

type TileRefusal = LayerRefusal | NotAllowed | ({ code: "tile_missing" } & TilePlace);

type Asked = {
  readonly request: FastifyRequest;
  readonly word: string;
  readonly place: TilePlace;
  /** As of when, where not now. */
  readonly day: string | undefined;
};

type Wanted = Asked & { readonly layers: readonly string[]; readonly key: string };

/** What a tile is looked for in: those that are kept, and those that are being drawn. */
type Finding = {
  readonly map: MapOptions;
  readonly drawing: Map<string, Promise<Decision<KeptTile, NotAllowed>>>;
};

/** Tiles of one layer, of several, or of the whole map, and what is in them. */
export const tileRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    const finding: Finding = { map, drawing: new Map() };
    const tile = { tags, params: TilePath, querystring: TileQuery, response: failures };
    const config = { budget: "tile" } as const;
    app.get("/tiles/:layers/:z/:x/:y.mvt", { schema: tile, config }, async (request, reply) => {
      const { layers, ...place } = request.params;
      const found = await findTile(db, finding, {
        request,
        word: layers,
        place,
        day: request.query.as_of,
      });
      return found.ok
        ? sendTile(reply, found.value)
        : sendProblem(reply, mapProblem(found.refusal));
    });

    const description = { tags, params: TileJsonPath, response: { 200: TileJson, ...failures } };
    app.get("/tiles/:layers.json", { schema: description }, async (request, reply) => {
      const { layers: word } = request.params;
      const layers = layersOf(map.publishers, word);
      if (!layers.ok) return sendProblem(reply, mapProblem(layers.refusal));
      const task = { caller: callerOf(request), act: "read", resource, options } as const;
      const bounds = await perform(db, task, async (tx) =>
        accept(await boundsOf(tx, map.publishers, layers.value)),
      );
      if (!bounds.ok) return sendProblem(reply, mapProblem(bounds.refusal));
      const drawn = map.publishers.flatMap(({ drawn: always, told }) => [...always, ...told]);
      const publicUrl = baseOf(request, map);
      return tileJsonOf({ word, layers: layers.value, drawn, bounds: bounds.value, publicUrl });
    });
  };

/** Draws a tile, and keeps it unless the map has changed meanwhile. */
async function draw(
  db: Db,
  { publishers, kept }: MapOptions,
  { request, place, layers, key, day }: Wanted,
): Promise<Decision<KeptTile, NotAllowed>> {
  const since = kept.changes;
  // Where few features are in a tile, the index of boxes finds them, and planning took the time.
  const planned = { ...options, onePlan: place.z >= fewFrom };
  const task = { caller: callerOf(request), act: "read", resource, options: planned } as const;
  const order = { engine: db.engine, publishers, layers, place, day };
  const drawn = await perform(db, task, async (tx) => accept(await drawTile(tx, order)));
  if (!drawn.ok) return drawn;
  const tile = readyTile(drawn.value, place, layers);
  // Days are many and seldom asked for again: only the present is kept.
  if (day === undefined) kept.keep(key, tile, since);
  return accept(tile);
}

/** Finds a tile among those that are kept, or draws it: once, however many ask meanwhile. */
async function findTile(
  db: Db,
  { map, drawing }: Finding,
  asked: Asked,
): Promise<Decision<KeptTile, TileRefusal>> {
  const { request, word, place, day } = asked;
  const named = layersOf(map.publishers, word);
  if (!named.ok) return named;
  if (!isTile(place)) return refuse({ code: "tile_missing", ...place });
  const allowed = await admit(db, { caller: callerOf(request), act: "read", resource });
  if (!allowed.ok) return allowed;
  const layers = named.value.map(({ id }) => id);
  const key = [layers.join(","), place.z, place.x, place.y, day ?? ""].join("/");
  const found = map.kept.find(key);
  if (found) return accept(found);
  const underWay = `${key} ${map.kept.changes}`;
  const begun = drawing.get(underWay) ?? draw(db, map, { ...asked, layers, key });
  drawing.set(underWay, begun);
  return begun.finally(() => drawing.delete(underWay));
}

const takesPacked = (request: FastifyRequest): boolean =>
  /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));

const leftOutWord = (leftOut: KeptTile["leftOut"]): string =>
  Object.entries(leftOut)
    .map(([layer, count]) => `${layer}=${count}`)
    .join(", ");

/** Answers with a tile; packed bytes are other bytes, and have a tag of their own. */
async function sendTile(reply: FastifyReply, tile: KeptTile): Promise<FastifyReply> {
  const { request } = reply;
  const isPacked = takesPacked(request);
  const tag = `"${tile.hash}${isPacked ? ".gz" : ""}"`;
  const leftOut = leftOutWord(tile.leftOut);
  reply.headers({ etag: tag, "cache-control": "public, no-cache", vary: "accept-encoding" });
  if (leftOut !== "") reply.header("zhibu-left-out", leftOut);
  const held = (request.headers["if-none-match"] ?? "").split(/,\s*/);
  if (held.includes(tag) || held.includes("*")) return reply.code(304).send();
  if (isPacked) reply.header("content-encoding", "gzip");
  const { buffer, byteOffset, byteLength } = isPacked ? await tile.packed() : tile.bytes;
  return reply.type(tileType).send(Buffer.from(buffer, byteOffset, byteLength));
}
