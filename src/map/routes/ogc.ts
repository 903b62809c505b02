import type { FastifyReply, FastifyRequest } from "fastify";
import { accept } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import { admit, perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { queryablesOf, sourceOf } from "../actions/items.ts";
import { extentsOf } from "../actions/tiles.ts";
import { CollectionPath, FormQuery, type Collections } from "../contract.ts";
import { knownCrs } from "../model/crs.ts";
import {
  collectionOf,
  conformsTo,
  landingOf,
  openApiType,
  queryablesSchema,
  selfLinks,
} from "../model/ogc.ts";
import { openApiOf } from "../model/openapi.ts";
import { mapProblem } from "../problems.ts";
import { formOf, sendForm } from "./form.ts";
import { baseOf, failures, options, resource, type MapOptions } from "./options.ts";

const tags = ["ogc"];

const rootOf = (request: FastifyRequest, map: MapOptions): string => `${baseOf(request, map)}/ogc`;

type Fixed = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly answered: { readonly title: string; readonly body: object; readonly type?: string };
};

async function answerFixed(db: Db, { request, reply, answered }: Fixed): Promise<FastifyReply> {
  const form = formOf(request);
  if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
  const allowed = await admit(db, { caller: callerOf(request), act: "read", resource });
  if (!allowed.ok) return sendProblem(reply, mapProblem(allowed.refusal));
  return sendForm(reply, form.value, answered);
}

/** What needs no database: the landing page, what is conformed to, and the interface itself. */
const fixedRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    const schema = { tags, querystring: FormQuery, response: failures };
    app.get("/ogc", { schema }, async (request, reply) => {
      const answered = { title: "OGC API", body: landingOf(rootOf(request, map)) };
      return answerFixed(db, { request, reply, answered });
    });
    app.get("/ogc/conformance", { schema }, async (request, reply) => {
      const answered = { title: "Conformance", body: { conformsTo } };
      return answerFixed(db, { request, reply, answered });
    });
    app.get("/ogc/api", { schema }, async (request, reply) => {
      const layers = map.publishers.flatMap((publisher) => publisher.layers);
      const body = openApiOf(rootOf(request, map), layers);
      const answered = { title: "API", body, type: openApiType };
      return answerFixed(db, { request, reply, answered });
    });
  };

/** The collections: every layer that is published. */
const collectionRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    const schema = { tags, querystring: FormQuery, response: failures };
    app.get("/ogc/collections", { schema }, async (request, reply) => {
      const form = formOf(request);
      if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
      const layers = map.publishers.flatMap((publisher) => publisher.layers);
      const task = { caller: callerOf(request), act: "list", resource, options } as const;
      const extents = await perform(db, task, async (tx) =>
        accept(await extentsOf(tx, map.publishers, layers)),
      );
      if (!extents.ok) return sendProblem(reply, mapProblem(extents.refusal));
      const root = rootOf(request, map);
      const body: Collections = {
        links: selfLinks(`${root}/collections`),
        crs: knownCrs.map(({ uri }) => uri),
        collections: layers.map((layer) => collectionOf(root, layer, extents.value.get(layer.id))),
      };
      return sendForm(reply, form.value, { title: "Collections", body });
    });
    await app.register(oneCollectionRoutes(map), { db });
  };

const oneCollectionRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    const schema = {
      tags,
      params: CollectionPath,
      querystring: FormQuery,
      response: failures,
    };
    app.get("/ogc/collections/:collection", { schema }, async (request, reply) => {
      const form = formOf(request);
      if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
      const source = sourceOf(map.publishers, request.params.collection);
      if (!source.ok) return sendProblem(reply, mapProblem(source.refusal));
      const { layer } = source.value;
      const task = { caller: callerOf(request), act: "read", resource, options } as const;
      const extents = await perform(db, task, async (tx) =>
        accept(await extentsOf(tx, map.publishers, [layer])),
      );
      if (!extents.ok) return sendProblem(reply, mapProblem(extents.refusal));
      const body = collectionOf(rootOf(request, map), layer, extents.value.get(layer.id));
      return sendForm(reply, form.value, { title: body.title, body });
    });

    app.get("/ogc/collections/:collection/queryables", { schema }, async (request, reply) => {
      const form = formOf(request);
      if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
      const source = sourceOf(map.publishers, request.params.collection);
      if (!source.ok) return sendProblem(reply, mapProblem(source.refusal));
      const task = { caller: callerOf(request), act: "read", resource, options } as const;
      const found = await perform(db, task, async (tx) =>
        accept(await queryablesOf(tx, source.value)),
      );
      if (!found.ok) return sendProblem(reply, mapProblem(found.refusal));
      const { id, title } = source.value.layer;
      const href = `${rootOf(request, map)}/collections/${id}/queryables`;
      const body = queryablesSchema(href, `${title.zh} · ${title.en}`, found.value);
      return sendForm(reply, form.value, { title: id, body, type: "application/schema+json" });
    });
  };

/** OGC API Features, but for the features themselves. */
export const ogcRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    await app.register(fixedRoutes(map), { db });
    await app.register(collectionRoutes(map), { db });
  };
