import { Problem, sendProblem } from "../http/problem.ts";
import type { Routes } from "../http/server.ts";
import type { Db } from "../store/db.ts";
import {
  checkOverlaps,
  describeCity,
  listCatalogue,
  pageFeatures,
  readFeature,
  search,
} from "./actions/map.ts";
import {
  City,
  Feature,
  FeatureCollection,
  FeaturePath,
  FeatureQuery,
  HitList,
  LayerList,
  LayerPath,
  OverlapReport,
  PlaceQuery,
  SearchQuery,
} from "./contract.ts";
import { landProblem } from "./problems.ts";

const tags = ["land"];

/**
 * The one map over HTTP. Reads only: whoever may see the page may see all of it, because all of
 * it is public or invented.
 */
export const landRoutes: Routes<Db> = async (app, { db }) => {
  const city = { tags, response: { 200: City, "4xx": Problem, "5xx": Problem } };
  app.get("/api/v1/land/city", { schema: city }, async (request, reply) => {
    const answer = await db.transaction(request.actor, describeCity);
    return answer.ok ? answer.value : sendProblem(reply, landProblem(answer.refusal));
  });

  const layers = { tags, response: { 200: LayerList } };
  app.get("/api/v1/land/layers", { schema: layers }, async (request) => ({
    layers: await db.transaction(request.actor, listCatalogue),
  }));

  const page = {
    tags,
    params: LayerPath,
    querystring: FeatureQuery,
    response: { 200: FeatureCollection, "4xx": Problem },
  };
  app.get("/api/v1/land/layers/:layer/features", { schema: page }, async (request, reply) => {
    const { bbox, limit } = request.query;
    const order = { layer: request.params.layer, bbox, limit };
    const answer = await db.transaction(request.actor, (tx) => pageFeatures(tx, order));
    return answer.ok ? answer.value : sendProblem(reply, landProblem(answer.refusal));
  });

  const one = { tags, params: FeaturePath, response: { 200: Feature, "4xx": Problem } };
  app.get("/api/v1/land/features/:layer/:id", { schema: one }, async (request, reply) => {
    const { layer, id } = request.params;
    const answer = await db.transaction(request.actor, (tx) => readFeature(tx, layer, id));
    return answer.ok ? answer.value : sendProblem(reply, landProblem(answer.refusal));
  });

  await app.register(questionRoutes, { db });
};

/** Questions to the map: a search, and the conflict check of a place. */
const questionRoutes: Routes<Db> = async (app, { db }) => {
  const found = { tags, querystring: SearchQuery, response: { 200: HitList, "4xx": Problem } };
  app.get("/api/v1/land/search", { schema: found }, async (request) => {
    const { q, limit } = request.query;
    return { hits: await db.transaction(request.actor, (tx) => search(tx, q, limit)) };
  });

  const overlaps = {
    tags,
    body: PlaceQuery,
    response: { 200: OverlapReport, "4xx": Problem, "5xx": Problem },
  };
  app.post("/api/v1/land/overlaps", { schema: overlaps }, async (request, reply) => {
    const query = request.body;
    const answer = await db.transaction(request.actor, (tx) => checkOverlaps(tx, query));
    return answer.ok ? answer.value : sendProblem(reply, landProblem(answer.refusal));
  });
};
