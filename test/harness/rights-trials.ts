import { randomUUID } from "node:crypto";
import { system } from "../../src/base/actor.ts";
import { invariant } from "../../src/base/invariant.ts";
import { createFeature } from "../../src/land/actions/edits.ts";
import type { Db } from "../../src/store/db.ts";
import { sql, type Fragment } from "../../src/store/sql.ts";
import type { Ask } from "./people.ts";
import { scopeOf, type Situation } from "./rights-cells.ts";

/** One attempt: who makes it, in what situation, with a name that nothing else has. */
export type Attempt = {
  readonly db: Db;
  readonly who: string | undefined;
  readonly situation: Situation;
  readonly fresh: string;
};

/** A request that would do an act. A list also says by what its rows are known. */
export type Trial = Ask & { readonly url: string; readonly sees?: RegExp };

type Prepare = (attempt: Attempt) => Promise<Trial>;

const people = "/api/v1/people";
const tag = '"1"';
const title = { zh: "试", en: "Trial" };

const plant = (db: Db, statement: Fragment): Promise<unknown> =>
  db.transaction(system("trial"), (tx) => tx.query(statement));

/** An organisation that nothing rests on. */
async function plantOrganisation({ db, situation, fresh }: Attempt): Promise<string> {
  const parent = scopeOf(situation);
  const path = `${parent}.${fresh}`;
  await plant(
    db,
    sql`
      insert into people.organisation (path, parent, kind, name_zh, name_en, created_at)
      values (${path}, ${parent}, 'department', '试', 'Trial', now())`,
  );
  return path;
}

/** An account: one's own, or another's in a place. */
async function plantAccount({ db, who, situation, fresh }: Attempt): Promise<string> {
  if (situation === "own") return who ?? "ghost";
  await plant(
    db,
    sql`
      insert into people.account
        (account_id, sign_in_name, name, organisation, created_at)
      values (${fresh}, ${fresh}, 'Trial', ${scopeOf(situation)}, now())`,
  );
  return fresh;
}

/** A grant; one's own is of a role that gives no rights, so that the trial changes nobody's. */
async function plantGrant(attempt: Attempt): Promise<string> {
  const { db, who, situation, fresh } = attempt;
  const account = await plantAccount(attempt);
  const [id, role] = situation === "own" ? [`${who}-own`, "none"] : [fresh, "planner"];
  await plant(
    db,
    sql`
      insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
      values (${id}, ${account}, ${role}, ${scopeOf(situation)}, now())
      on conflict do nothing`,
  );
  return id;
}

async function plantDelegation({ db, who, situation, fresh }: Attempt): Promise<string> {
  const from = situation === "own" ? (who ?? "ghost") : "lender";
  await plant(
    db,
    sql`
      insert into people.delegation
        (delegation_id, from_account, to_account, role, scope, since, until)
      values (${fresh}, ${from}, 'borrower', 'planner', ${scopeOf(situation)}, now(),
              now() + '1 day')`,
  );
  return fresh;
}

async function plantAudit({ db, who, situation, fresh }: Attempt): Promise<string> {
  const actor = situation === "own" ? (who ?? "ghost") : "lender";
  await plant(
    db,
    sql`
      insert into people.audit
        (actor_kind, actor, act, resource_kind, resource_id, scope, request_id)
      values ('account', ${actor}, 'read', 'grant', ${fresh}, ${scopeOf(situation)}, ${fresh})`,
  );
  return fresh;
}

// oxlint-disable-next-line house/patterns-are-literals -- an id that the trial itself has made
const seen = (id: string): RegExp => new RegExp(`"${id.replaceAll(".", "[.]")}"`);
const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();

const organisations: Readonly<Record<string, Prepare>> = {
  list: async (attempt) => {
    const path = await plantOrganisation(attempt);
    return { url: `${people}/organisations`, sees: seen(path) };
  },
  read: async (attempt) => ({ url: `${people}/organisations/${await plantOrganisation(attempt)}` }),
  create: async ({ situation, fresh }) => ({
    ...{ url: `${people}/organisations`, method: "POST" },
    body: { parent: scopeOf(situation), code: fresh, kind: "department", title },
  }),
  change: async (attempt) => ({
    ...{ url: `${people}/organisations/${await plantOrganisation(attempt)}`, method: "PATCH", tag },
    body: { title },
  }),
  close: async (attempt) => ({
    ...{
      url: `${people}/organisations/${await plantOrganisation(attempt)}`,
      method: "DELETE",
      tag,
    },
  }),
};

const accounts: Readonly<Record<string, Prepare>> = {
  list: async (attempt) => {
    const id = await plantAccount(attempt);
    return { url: `${people}/accounts?find=${id}`, sees: seen(id) };
  },
  read: async (attempt) => ({ url: `${people}/accounts/${await plantAccount(attempt)}` }),
  create: async ({ situation, fresh }) => ({
    ...{ url: `${people}/accounts`, method: "POST" },
    body: { signInName: fresh, name: "Trial", organisation: scopeOf(situation) },
  }),
  change: async (attempt) => ({
    ...{ url: `${people}/accounts/${await plantAccount(attempt)}`, method: "PATCH" },
    body: { version: 1, name: "Other" },
  }),
  lock: async (attempt) => ({
    ...{ url: `${people}/accounts/${await plantAccount(attempt)}`, method: "PATCH" },
    body: { version: 1, disabled: true },
  }),
  recover: async (attempt) => ({
    ...{ url: `${people}/accounts/${await plantAccount(attempt)}/recovery`, method: "POST" },
  }),
};

const grants: Readonly<Record<string, Prepare>> = {
  list: async (attempt) => {
    const id = await plantGrant(attempt);
    return { url: `${people}/grants`, sees: seen(id) };
  },
  read: async (attempt) => ({ url: `${people}/grants/${await plantGrant(attempt)}` }),
  create: async ({ situation }) => ({
    ...{ url: `${people}/grants`, method: "POST" },
    body: { account: "borrower", role: "planner", scope: scopeOf(situation) },
  }),
  change: async (attempt) => ({
    ...{ url: `${people}/grants/${await plantGrant(attempt)}`, method: "PATCH", tag },
    body: { role: "reviewer", scope: scopeOf(attempt.situation) },
  }),
  withdraw: async (attempt) => ({
    ...{ url: `${people}/grants/${await plantGrant(attempt)}`, method: "DELETE", tag },
  }),
};

const delegations: Readonly<Record<string, Prepare>> = {
  list: async (attempt) => {
    const id = await plantDelegation(attempt);
    return { url: `${people}/delegations`, sees: seen(id) };
  },
  read: async (attempt) => ({ url: `${people}/delegations/${await plantDelegation(attempt)}` }),
  change: async (attempt) => ({
    ...{ url: `${people}/delegations/${await plantDelegation(attempt)}`, method: "PATCH", tag },
    body: { until: soon() },
  }),
  withdraw: async (attempt) => ({
    ...{ url: `${people}/delegations/${await plantDelegation(attempt)}`, method: "DELETE", tag },
  }),
};

const imports = "/api/v1/land/imports";

/** A file that has come for the whole city. */
async function plantImport(db: Db): Promise<string> {
  const id = randomUUID();
  await plant(
    db,
    sql`
      insert into land.import (id, layer, name, bytes, actor, state)
      values (${id}, 'stations', '试', 1, 'trial', 'receiving')`,
  );
  return id;
}

/** A station in a district where those of one district alone hold nothing. */
const stationNamed = (name: string) => ({
  reason: "试",
  name,
  geometry: { type: "Point", coordinates: [116.3, 39.95] },
});

async function plantChange({ db, fresh }: Attempt): Promise<string> {
  const site = { layer: "stations", today: "2026-03-16", district: null };
  const made = await db.transaction(system("trial"), (tx) =>
    createFeature(tx, site, stationNamed(fresh)),
  );
  invariant(made.ok, "a station can be drawn");
  return made.value.change;
}

/** What belongs to no place: the one map, the law book, evaluations, how the system fares. */
const city: Readonly<Record<string, Prepare>> = {
  "map_feature.list": async () => ({ url: "/api/v1/land/layers" }),
  "map_feature.read": async () => ({ url: "/api/v1/land/city" }),
  "map_feature.ask": async () => ({
    ...{ url: "/api/v1/land/overlaps", method: "POST" },
    body: { building: "none" },
  }),
  "map_feature.change": async ({ fresh }) => ({
    ...{ url: "/api/v1/land/features/stations", method: "POST" },
    body: stationNamed(fresh),
  }),
  "map_feature.undo": async (attempt) => ({
    ...{ url: `/api/v1/land/changes/${await plantChange(attempt)}/undo`, method: "POST" },
    body: { reason: "试" },
  }),
  "map_import.list": async ({ db }) => ({ url: imports, sees: seen(await plantImport(db)) }),
  "map_import.read": async ({ db }) => ({ url: `${imports}/${await plantImport(db)}` }),
  "map_import.create": async () => ({
    ...{ url: imports, method: "POST" },
    body: { layer: "stations", name: "试", bytes: 1 },
  }),
  "map_import.change": async ({ db }) => ({
    ...{ url: `${imports}/${await plantImport(db)}/confirm`, method: "POST" },
    body: { crs: "EPSG:4490", reason: "试" },
  }),
  "map_import.cancel": async ({ db }) => ({
    ...{ url: `${imports}/${await plantImport(db)}/cancel`, method: "POST" },
  }),
  "policy_pack.read": async () => ({ url: "/api/v1/policy/pack" }),
  "policy_pack.ask": async () => ({
    ...{ url: "/api/v1/policy/answers", method: "POST" },
    body: { facts: {} },
  }),
  "corpus.read": async () => ({ url: "/api/v1/policy/measures/toolbox-1.0/04" }),
  "evaluation.create": async () => ({
    ...{ url: "/api/v1/policy/evaluations", method: "POST" },
    body: { facts: {} },
  }),
  "evaluation.read": async () => ({ url: "/api/v1/policy/evaluations/none" }),
  "health.read": async () => ({ url: "/api/v1/operations/health" }),
};

const named = (
  kind: string,
  trials: Readonly<Record<string, Prepare>>,
): readonly (readonly [string, Prepare])[] =>
  Object.entries(trials).map(([act, prepare]) => [`${kind}.${act}`, prepare]);

/** How each act that has a route is tried, by kind and act. */
export const trials: ReadonlyMap<string, Prepare> = new Map([
  ...named("organisation", organisations),
  ...named("account", accounts),
  ...named("grant", grants),
  ...named("delegation", delegations),
  [
    "audit.list",
    async (attempt: Attempt) => {
      const id = await plantAudit(attempt);
      return { url: `${people}/audit?resourceId=${id}`, sees: seen(id) };
    },
  ],
  ...Object.entries(city),
]);
