import { accept, type Decision } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { versionOf } from "../../http/precondition.ts";
import type { Tx } from "../../store/db.ts";
import {
  changeUntil,
  delegate,
  listNamed,
  readDelegation,
  withdraw,
} from "../actions/delegations.ts";
import {
  ById,
  Delegation,
  DelegationBody,
  DelegationChange,
  DelegationList,
} from "../contract/grant.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { perform, type Whereabouts } from "../perform.ts";
import {
  base,
  failures,
  sendRefusal,
  sendTagged,
  tags,
  work,
  type RightsRoutes,
} from "./rights-context.ts";

const root = `${base}/delegations`;
const one = { 200: Delegation, ...failures };
const named = (id: string) => ({ kind: "delegation", id }) as const;

type Asked = { readonly id: string; readonly now: Date };

/** Where a delegation lies, and whose it is: its end is moved only by the one who lends. */
const locate =
  (asked: Asked, whose: "lender" | "both" = "both") =>
  async (tx: Tx): Promise<Decision<Whereabouts, RightsRefusal>> => {
    const found = await readDelegation(tx, asked);
    if (!found.ok) return found;
    const { scope, from, to } = found.value;
    return accept({ scope, owners: whose === "lender" ? [from] : [from, to] });
  };

/** Roles lent to others for a time. */
export const delegationRoutes: RightsRoutes =
  (options) =>
  async (app, { db }) => {
    const { clock } = options;
    const list = { tags, response: { 200: DelegationList, ...failures } };
    app.get(root, { schema: list }, async (request, reply) => {
      const resource = { kind: "delegation" } as const;
      const task = { caller: callerOf(request), act: "list", resource } as const;
      const found = await perform(db, task, async (tx) => accept(await listNamed(tx, clock())));
      return found.ok ? { delegations: found.value } : sendRefusal(reply, found.refusal);
    });

    const read = { tags, params: ById, response: one };
    app.get(`${root}/:id`, { schema: read }, async (request, reply) => {
      const asked = { id: request.params.id, now: clock() };
      const where = { resource: named(asked.id), locate: locate(asked) };
      const task = { caller: callerOf(request), act: "read", ...where } as const;
      const found = await perform(db, task, (tx) => readDelegation(tx, asked));
      return found.ok ? sendTagged(reply, found.value) : sendRefusal(reply, found.refusal);
    });

    const create = { tags, body: DelegationBody, response: { 201: Delegation, ...failures } };
    app.post(root, { ...work, schema: create }, async (request, reply) => {
      const { body, actor } = request;
      const from = actor.kind === "account" ? actor.id : "";
      const resource = { kind: "delegation", scope: body.scope, owners: [from] } as const;
      const task = { caller: callerOf(request), act: "create", resource, detail: body } as const;
      const made = await perform(db, task, async (tx, { note }) => {
        const decided = await delegate(tx, body, { from, now: clock() });
        if (decided.ok) note({ id: decided.value.id });
        return decided;
      });
      if (!made.ok) return sendRefusal(reply, made.refusal);
      reply.header("location", `${root}/${made.value.id}`);
      return sendTagged(reply, made.value, 201);
    });

    await app.register(editRoutes(options), { db });
  };

/** Changes of one delegation, each on the version that it was thought out on. */
const editRoutes: RightsRoutes =
  ({ clock }) =>
  async (app, { db }) => {
    const change = { tags, params: ById, body: DelegationChange, response: one };
    app.patch(`${root}/:id`, { ...work, schema: change }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const { body: detail, params } = request;
      const edit = { id: params.id, now: clock(), version: version.value };
      const where = { resource: named(edit.id), locate: locate(edit, "lender") };
      const task = { caller: callerOf(request), act: "change", ...where, detail } as const;
      const changed = await perform(db, task, (tx) => changeUntil(tx, edit, detail.until));
      return changed.ok ? sendTagged(reply, changed.value) : sendRefusal(reply, changed.refusal);
    });

    const end = { tags, params: ById, response: one };
    app.delete(`${root}/:id`, { ...work, schema: end }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const edit = { id: request.params.id, now: clock(), version: version.value };
      const where = { resource: named(edit.id), locate: locate(edit) };
      const task = { caller: callerOf(request), act: "withdraw", ...where } as const;
      const ended = await perform(db, task, (tx) => withdraw(tx, edit));
      return ended.ok ? ended.value : sendRefusal(reply, ended.refusal);
    });
  };
