import type { FastifyRequest } from "fastify";
import { accept } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { tagOf, versionOf } from "../../http/precondition.ts";
import type { Routes } from "../../http/server.ts";
import { may, perform } from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import {
  createFeature,
  editFeature,
  featureHistory,
  locateDrawing,
  retireFeature,
} from "../actions/edits.ts";
import { locateChange, undoChange } from "../actions/undo.ts";
import {
  Change,
  ChangeList,
  ChangePath,
  ChangeQuery,
  FeatureDraft,
  FeatureEdit,
  FeatureHistory,
  FeaturePath,
  FeatureReceipt,
  LayerPath,
  RetireQuery,
  UndoBody,
} from "../contract.ts";
import { scopeOfDistrict } from "../model/administration.ts";
import { dayInCity } from "../model/day.ts";
import { listChanges } from "../store/changes.ts";
import { findFeatureHome } from "../store/edits.ts";
import { base, failures, sendRefusal, tags, work } from "./context.ts";

const resource = { kind: "map_feature" } as const;
const mayLag = { mayLag: true } as const;
const one = { 200: FeatureReceipt, ...failures };
const today = (): string => dayInCity(new Date());

/** The district that holds a feature, found while rights are asked. */
type Found = { district: string | null };

/** A task on one feature: it lies in the district that it stands in, and may not leave it. */
function on(request: FastifyRequest, layer: string, id: string) {
  const found: Found = { district: null };
  const locate = async (tx: Tx) => {
    const home = await findFeatureHome(tx, layer, id);
    found.district = home ?? null;
    return accept(home === undefined ? {} : { scope: scopeOfDistrict(home) });
  };
  const named = { ...resource, id: `${layer}/${id}` };
  const task = { caller: callerOf(request), act: "change", resource: named, locate } as const;
  return { task, found };
}

/** A task on what is being drawn: it lies in the district that holds all of it. */
function drawing(
  request: FastifyRequest,
  at: Parameters<typeof locateDrawing>[1],
  draft: FeatureDraft,
) {
  const found: Found = { district: null };
  const locate = async (tx: Tx) => {
    const drawn = await locateDrawing(tx, at, draft);
    if (!drawn.ok) return drawn;
    const { district, ...place } = drawn.value;
    found.district = district ?? null;
    return accept(place);
  };
  const task = { caller: callerOf(request), act: "change", resource, locate } as const;
  return { task, found };
}

/** The district beyond which nothing may be drawn: whoever holds the whole city may cross it. */
const limitOf = (request: FastifyRequest, { district }: Found): string | null =>
  may(request.actor, "change", resource) ? null : district;

/** Who changed what: the list of changes, and what stood before. */
export const changeRoutes: Routes<Db> = async (app, { db }) => {
  const list = { tags, querystring: ChangeQuery, response: { 200: ChangeList, ...failures } };
  app.get(`${base}/changes`, { schema: list }, async (request, reply) => {
    const { layer, limit = 50 } = request.query;
    const task = { caller: callerOf(request), act: "list", resource, options: mayLag } as const;
    const found = await perform(db, task, async (tx) =>
      accept(await listChanges(tx, { layer, limit })),
    );
    return found.ok ? { changes: found.value } : sendRefusal(reply, found.refusal);
  });

  const history = { tags, params: FeaturePath, response: { 200: FeatureHistory, ...failures } };
  app.get(`${base}/features/:layer/:id/history`, { schema: history }, async (request, reply) => {
    const { layer, id } = request.params;
    const named = { ...resource, id: `${layer}/${id}` };
    const task = { caller: callerOf(request), act: "read", resource: named } as const;
    const found = await perform(db, task, (tx) => featureHistory(tx, layer, id));
    return found.ok ? found.value : sendRefusal(reply, found.refusal);
  });

  const undo = {
    tags,
    params: ChangePath,
    body: UndoBody,
    response: { 200: Change, ...failures },
  };
  app.post(`${base}/changes/:id/undo`, { ...work, schema: undo }, async (request, reply) => {
    const { id } = request.params;
    const order = { id, reason: request.body.reason, today: today() };
    const named = { ...resource, id };
    const options = { timeoutMs: 60_000 };
    const locate = (tx: Tx) => locateChange(tx, id);
    const caller = callerOf(request);
    const task = { caller, act: "undo", resource: named, locate, options } as const;
    const undone = await perform(db, task, (tx) => undoChange(tx, order));
    return undone.ok ? undone.value : sendRefusal(reply, undone.refusal);
  });

  await app.register(editRoutes, { db });
};

/** Features drawn, changed and retired by hand, each on the version that it was thought out on. */
const editRoutes: Routes<Db> = async (app, { db }) => {
  const draw = {
    tags,
    params: LayerPath,
    body: FeatureDraft,
    response: { 201: FeatureReceipt, ...failures },
  };
  app.post(`${base}/features/:layer`, { ...work, schema: draw }, async (request, reply) => {
    const at = { layer: request.params.layer, today: today() };
    const { task, found } = drawing(request, at, request.body);
    const made = await perform(db, task, (tx) =>
      createFeature(tx, { ...at, district: limitOf(request, found) }, request.body),
    );
    if (!made.ok) return sendRefusal(reply, made.refusal);
    return reply.code(201).header("etag", tagOf(made.value.version)).send(made.value);
  });

  const edit = { tags, params: FeaturePath, body: FeatureEdit, response: one };
  app.patch(`${base}/features/:layer/:id`, { ...work, schema: edit }, async (request, reply) => {
    const version = versionOf(request);
    if (!version.ok) return sendRefusal(reply, version.refusal);
    const { layer, id } = request.params;
    const { task, found } = on(request, layer, id);
    const changed = await perform(db, task, (tx) => {
      const district = limitOf(request, found);
      const edited = { layer, id, version: version.value, today: today(), district };
      return editFeature(tx, edited, request.body);
    });
    if (!changed.ok) return sendRefusal(reply, changed.refusal);
    return reply.header("etag", tagOf(changed.value.version)).send(changed.value);
  });

  await app.register(retireRoutes, { db });
};

/** A feature leaves the map from a day on; its past stays. */
const retireRoutes: Routes<Db> = async (app, { db }) => {
  const retire = { tags, params: FeaturePath, querystring: RetireQuery, response: one };
  app.delete(`${base}/features/:layer/:id`, { ...work, schema: retire }, async (request, reply) => {
    const version = versionOf(request);
    if (!version.ok) return sendRefusal(reply, version.refusal);
    const { layer, id } = request.params;
    const { reason, valid_from: validFrom } = request.query;
    const { task } = on(request, layer, id);
    const edited = { layer, id, version: version.value, today: today(), district: null };
    const ended = await perform(db, task, (tx) => retireFeature(tx, edited, { reason, validFrom }));
    return ended.ok ? ended.value : sendRefusal(reply, ended.refusal);
  });
};
