import { accept } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import { versionOf } from "../../http/precondition.ts";
import {
  closeOrganisation,
  createOrganisation,
  readOrganisation,
  renameOrganisation,
} from "../actions/organisations.ts";
import {
  Organisation,
  OrganisationBody,
  OrganisationChange,
  OrganisationList,
  OrganisationPath,
  OrganisationQuery,
} from "../contract/organisation.ts";
import { perform } from "../perform.ts";
import { listOrganisations } from "../store/organisations.ts";
import {
  base,
  failures,
  sendRefusal,
  sendTagged,
  tags,
  work,
  type RightsRoutes,
} from "./rights-context.ts";

const root = `${base}/organisations`;
const at = (path: string) => ({ kind: "organisation", id: path, scope: path }) as const;
const one = { 200: Organisation, ...failures };

/** The tree of organisations: who there is, and over what roles are held. */
export const organisationRoutes: RightsRoutes =
  (options) =>
  async (app, { db }) => {
    const list = {
      tags,
      querystring: OrganisationQuery,
      response: { 200: OrganisationList, ...failures },
    };
    app.get(root, { schema: list }, async (request, reply) => {
      const resource = { kind: "organisation" } as const;
      const task = { caller: callerOf(request), act: "list", resource } as const;
      const { query } = request;
      const found = await perform(db, task, async (tx) =>
        accept(await listOrganisations(tx, query)),
      );
      return found.ok ? { organisations: found.value } : sendRefusal(reply, found.refusal);
    });

    const read = { tags, params: OrganisationPath, response: one };
    app.get(`${root}/:path`, { schema: read }, async (request, reply) => {
      const { path } = request.params;
      const task = { caller: callerOf(request), act: "read", resource: at(path) } as const;
      const found = await perform(db, task, (tx) => readOrganisation(tx, path));
      return found.ok ? sendTagged(reply, found.value) : sendRefusal(reply, found.refusal);
    });

    const create = { tags, body: OrganisationBody, response: { 201: Organisation, ...failures } };
    app.post(root, { ...work, schema: create }, async (request, reply) => {
      const { body } = request;
      const path = `${body.parent}.${body.code}`;
      const task = { caller: callerOf(request), act: "create", resource: at(path) } as const;
      const made = await perform(db, task, (tx) => createOrganisation(tx, body, options.clock()));
      if (!made.ok) return sendRefusal(reply, made.refusal);
      reply.header("location", `${root}/${path}`);
      return sendTagged(reply, made.value, 201);
    });

    await app.register(editRoutes(options), { db });
  };

/** Changes of one organisation, each on the version that it was thought out on. */
const editRoutes: RightsRoutes =
  ({ clock }) =>
  async (app, { db }) => {
    const change = { tags, params: OrganisationPath, body: OrganisationChange, response: one };
    app.patch(`${root}/:path`, { ...work, schema: change }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const { path } = request.params;
      const edit = { path, version: version.value };
      const task = { caller: callerOf(request), act: "change", resource: at(path) } as const;
      const { title } = request.body;
      const changed = await perform(db, task, (tx) => renameOrganisation(tx, edit, title));
      return changed.ok ? sendTagged(reply, changed.value) : sendRefusal(reply, changed.refusal);
    });

    const close = { tags, params: OrganisationPath, response: one };
    app.delete(`${root}/:path`, { ...work, schema: close }, async (request, reply) => {
      const version = versionOf(request);
      if (!version.ok) return sendRefusal(reply, version.refusal);
      const { path } = request.params;
      const edit = { path, version: version.value };
      const task = { caller: callerOf(request), act: "close", resource: at(path) } as const;
      const closed = await perform(db, task, (tx) => closeOrganisation(tx, edit, clock()));
      return closed.ok ? sendTagged(reply, closed.value) : sendRefusal(reply, closed.refusal);
    });
  };
