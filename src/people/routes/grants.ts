import { accept, type Decision } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { versionOf } from "../../http/precondition.ts";
import type { Tx } from "../../store/db.ts";
import { changeGrant, giveGrant, readGrant, takeGrant } from "../actions/grants.ts";
import {
  ById,
  GrantBody,
  GrantChange,
  GrantLine,
  GrantList,
  GrantQuery,
} from "../contract/grant.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { perform, type Whereabouts } from "../perform.ts";
import { listGrants } from "../store/grants.ts";
import {
  base,
  failures,
  sendRefusal,
  sendTagged,
  tags,
  work,
  type RightsRoutes,
} from "./rights-context.ts";

const root = `${base}/grants`;
const one = { 200: GrantLine, ...failures };
const named = (id: string) => ({ kind: "grant", id }) as const;

/** Where a grant lies, and whose it is. */
const locate =
  (id: string) =>
  async (tx: Tx): Promise<Decision<Whereabouts, RightsRefusal>> => {
    const found = await readGrant(tx, id);
    if (!found.ok) return found;
    return accept({ scope: found.value.scope, owners: [found.value.account] });
  };

/** Roles: who holds which, over what; given, changed and taken away by administrators. */
export const grantRoutes: RightsRoutes =
  (options) =>
  async (app, { db }) => {
    const list = { tags, querystring: GrantQuery, response: { 200: GrantList, ...failures } };
    app.get(root, { schema: list }, async (request, reply) => {
      const { query } = request;
      const resource = { kind: "grant" } as const;
      const task = { caller: callerOf(request), act: "list", resource, detail: query } as const;
      const found = await perform(db, task, async (tx) => accept(await listGrants(tx, query)));
      return found.ok ? { grants: found.value } : sendRefusal(reply, found.refusal);
    });

    const read = { tags, params: ById, response: one };
    app.get(`${root}/:id`, { schema: read }, async (request, reply) => {
      const { id } = request.params;
      const caller = callerOf(request);
      const task = { caller, act: "read", resource: named(id), locate: locate(id) } as const;
      const found = await perform(db, task, (tx) => readGrant(tx, id));
      return found.ok ? sendTagged(reply, found.value) : sendRefusal(reply, found.refusal);
    });

    const give = { tags, body: GrantBody, response: { 201: GrantLine, ...failures } };
    app.post(root, { ...work, schema: give }, async (request, reply) => {
      const { body } = request;
      const resource = { kind: "grant", scope: body.scope } as const;
      const task = { caller: callerOf(request), act: "create", resource, detail: body } as const;
      const given = await perform(db, task, async (tx, { note }) => {
        const made = await giveGrant(tx, body, options.clock());
        if (made.ok) note({ id: made.value.id });
        return made;
      });
      if (!given.ok) return sendRefusal(reply, given.refusal);
      reply.header("location", `${root}/${given.value.id}`);
      return sendTagged(reply, given.value, 201);
    });

    await app.register(editRoutes(options), { db });
  };

/** Changes of one grant, each on the version that it was thought out on. */
const editRoutes: RightsRoutes =
  ({ clock }) =>
  async (app, { db }) => {
    const change = { tags, params: ById, body: GrantChange, response: one };
    app.patch(`${root}/:id`, { ...work, schema: change }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const { body: detail, params } = request;
      const { id } = params;
      const edit = { id, version: version.value };
      const where = { resource: named(id), locate: locate(id) };
      const task = { caller: callerOf(request), act: "change", ...where, detail } as const;
      const changed = await perform(db, task, (tx) => changeGrant(tx, edit, detail));
      return changed.ok ? sendTagged(reply, changed.value) : sendRefusal(reply, changed.refusal);
    });

    const take = { tags, params: ById, response: one };
    app.delete(`${root}/:id`, { ...work, schema: take }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const { id } = request.params;
      const edit = { id, version: version.value };
      const where = { resource: named(id), locate: locate(id) };
      const task = { caller: callerOf(request), act: "withdraw", ...where } as const;
      const taken = await perform(db, task, async (tx, { note }) => {
        const grant = await takeGrant(tx, edit, clock());
        if (grant.ok) note({ detail: { account: grant.value.account, role: grant.value.role } });
        return grant;
      });
      return taken.ok ? taken.value : sendRefusal(reply, taken.refusal);
    });
  };
