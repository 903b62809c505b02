import { accept } from "../base/decision.ts";
import { callerOf } from "../http/caller.ts";
import type { Routes } from "../http/server.ts";
import { perform } from "../people/index.ts";
import type { Db } from "../store/db.ts";
import {
  checkOverlaps,
  describeCity,
  listCatalogue,
  pageFeatures,
  readFeature,
  readHeat,
  search,
} from "./actions/map.ts";
import {
  City,
  Feature,
  FeatureCollection,
  FeaturePath,
  FeatureQuery,
  HeatMap,
  HeatPath,
  HitList,
  LayerList,
  LayerPath,
  OverlapReport,
  PlaceQuery,
  SearchQuery,
} from "./contract.ts";
import { changeRoutes } from "./routes/changes.ts";
import { failures, sendRefusal, tags } from "./routes/context.ts";
import { exportRoutes } from "./routes/export.ts";
import { importRoutes } from "./routes/imports.ts";

const resource = { kind: "map_feature" } as const;
/** The map only reads: a replica may answer, with all that was acknowledged. */
const options = { mayLag: true } as const;
/** Overlaps are worked out for each question: an address has fewer of them a minute than reads. */
const work = { config: { budget: "work" } } as const;

/**
 * The one map over HTTP. Whoever may see the page may see all of it, because all of it is public or
 * invented; it is changed by officers, file by file or feature by feature.
 */
export const landRoutes: Routes<Db> = async (app, { db }) => {
  const city = { tags, response: { 200: City, ...failures } };
  app.get("/api/v1/land/city", { schema: city }, async (request, reply) => {
    const task = { caller: callerOf(request), act: "read", resource, options } as const;
    const answer = await perform(db, task, describeCity);
    return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
  });

  const layers = { tags, response: { 200: LayerList, ...failures } };
  app.get("/api/v1/land/layers", { schema: layers }, async (request, reply) => {
    const task = { caller: callerOf(request), act: "list", resource, options } as const;
    const answer = await perform(db, task, async (tx) => accept(await listCatalogue(tx)));
    return answer.ok ? { layers: answer.value } : sendRefusal(reply, answer.refusal);
  });

  await app.register(featureRoutes, { db });
  await app.register(questionRoutes, { db });
  await app.register(importRoutes, { db });
  await app.register(changeRoutes, { db });
  await app.register(exportRoutes, { db });
};

/** The features themselves: those of a layer in a box, and one alone. */
const featureRoutes: Routes<Db> = async (app, { db }) => {
  const page = {
    tags,
    params: LayerPath,
    querystring: FeatureQuery,
    response: { 200: FeatureCollection, ...failures },
  };
  app.get("/api/v1/land/layers/:layer/features", { schema: page }, async (request, reply) => {
    const { bbox, limit, as_of: asOf } = request.query;
    const order = { layer: request.params.layer, bbox, limit, asOf };
    const task = { caller: callerOf(request), act: "list", resource, options } as const;
    const answer = await perform(db, task, (tx) => pageFeatures(tx, order));
    return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
  });

  const one = { tags, params: FeaturePath, response: { 200: Feature, ...failures } };
  app.get("/api/v1/land/features/:layer/:id", { schema: one }, async (request, reply) => {
    const { layer, id } = request.params;
    const named = { ...resource, id: `${layer}/${id}` };
    const task = { caller: callerOf(request), act: "read", resource: named, options } as const;
    const answer = await perform(db, task, (tx) => readFeature(tx, layer, id));
    return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
  });
};

/** Questions to the map: a search, and the conflict check of a place. */
const questionRoutes: Routes<Db> = async (app, { db }) => {
  const found = { tags, querystring: SearchQuery, response: { 200: HitList, ...failures } };
  app.get("/api/v1/land/search", { schema: found }, async (request, reply) => {
    const { q, limit } = request.query;
    const task = { caller: callerOf(request), act: "list", resource, options } as const;
    const hits = await perform(db, task, async (tx) => accept(await search(tx, q, limit)));
    return hits.ok ? hits.value : sendRefusal(reply, hits.refusal);
  });

  const heat = { tags, params: HeatPath, response: { 200: HeatMap, ...failures } };
  app.get("/api/v1/land/heat/:kind", { ...work, schema: heat }, async (request, reply) => {
    const { kind } = request.params;
    const task = { caller: callerOf(request), act: "list", resource, options } as const;
    const answer = await perform(db, task, async (tx) => accept(await readHeat(tx, kind)));
    return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
  });

  const overlaps = { tags, body: PlaceQuery, response: { 200: OverlapReport, ...failures } };
  app.post("/api/v1/land/overlaps", { ...work, schema: overlaps }, async (request, reply) => {
    const query = request.body;
    const task = { caller: callerOf(request), act: "ask", resource, options } as const;
    const answer = await perform(db, task, (tx) => checkOverlaps(tx, query));
    return answer.ok ? answer.value : sendRefusal(reply, answer.refusal);
  });
};
