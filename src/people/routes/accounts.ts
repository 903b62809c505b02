import { Type } from "typebox";
import { accept } from "../../base/decision.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import {
  changeAccount,
  createAccount,
  locateAccount,
  pageAccounts,
  readAccount,
  recoverAccount,
  signOutAccount,
} from "../actions/accounts.ts";
import { takeAwayFactor } from "../actions/factor.ts";
import {
  AccountBody,
  AccountChange,
  AccountLine,
  AccountPage,
  AccountQuery,
  AccountReceipt,
  RecoveryCode,
} from "../contract/account.ts";
import { perform } from "../perform.ts";
import { peopleProblem } from "../problems.ts";
import { base, callerOf, done, failures, work, type EntryOptions } from "./context.ts";

const tags = ["people"];
const params = Type.Object({ id: Type.String({ maxLength: 60 }) });
const listing = {
  schema: {
    ...{ tags, summary: "账号 · Accounts", querystring: AccountQuery },
    response: { 200: AccountPage, ...failures },
  },
} as const;
const reading = {
  schema: {
    ...{ tags, summary: "一个账号 · One account", params },
    response: { 200: AccountLine, ...failures },
  },
} as const;
const creating = {
  ...work,
  schema: {
    ...{ tags, summary: "新建账号 · Make an account", body: AccountBody },
    response: { 201: AccountReceipt, ...failures },
  },
} as const;
const changing = {
  ...work,
  schema: {
    ...{ tags, summary: "修改、停用账号 · Change or disable an account" },
    ...{ params, body: AccountChange },
    response: { 200: AccountLine, ...failures },
  },
} as const;
const recovering = {
  ...work,
  schema: {
    ...{ tags, summary: "发恢复码 · Give a recovery code", params },
    response: { 201: RecoveryCode, ...failures },
  },
} as const;

const signingOut = {
  ...work,
  schema: {
    ...{ tags, summary: "结束一个账号的全部会话 · End all sessions of an account", params },
    response: done,
  },
} as const;

const takingFactor = {
  ...work,
  schema: {
    ...{ tags, summary: "移除丢失的第二因素 · Take away a lost second factor", params },
    response: done,
  },
} as const;

const settingOf = ({ oidc, clock }: EntryOptions) => ({ issuer: oidc?.issuer, now: clock() });

/** Accounts are seen, each in its place. */
const seeing: Routes<Db> = async (app, { db }) => {
  app.get(`${base}/accounts`, listing, async (request, reply) => {
    const { actor } = request;
    const page = await perform(
      db,
      { caller: callerOf(request), act: "list", resource: { kind: "account" } },
      async (tx) => accept(await pageAccounts(tx, actor, request.query)),
    );
    return page.ok ? page.value : sendProblem(reply, peopleProblem(page.refusal));
  });
  app.get(`${base}/accounts/:id`, reading, async (request, reply) => {
    const { id } = request.params;
    const found = await perform(
      db,
      {
        ...{ caller: callerOf(request), act: "read", resource: { kind: "account", id } },
        locate: (tx) => locateAccount(tx, id),
      },
      (tx) => readAccount(tx, id),
    );
    return found.ok ? found.value : sendProblem(reply, peopleProblem(found.refusal));
  });
};

/** Accounts are made, and their owners let in. */
const making =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.post(`${base}/accounts`, creating, async (request, reply) => {
      const { organisation: scope } = request.body;
      const made = await perform(
        db,
        { caller: callerOf(request), act: "create", resource: { kind: "account", scope } },
        async (tx, trace) => {
          const receipt = await createAccount(tx, request.body, settingOf(options));
          if (receipt.ok) trace.note({ id: receipt.value.account.id });
          return receipt;
        },
      );
      if (!made.ok) return sendProblem(reply, peopleProblem(made.refusal));
      const location = `${base}/accounts/${made.value.account.id}`;
      reply.header("location", location).header("cache-control", "no-store");
      return reply.code(201).send(made.value);
    });
    app.post(`${base}/accounts/:id/recovery`, recovering, async (request, reply) => {
      const { id } = request.params;
      const { actor } = request;
      const code = await perform(
        db,
        {
          ...{ caller: callerOf(request), act: "recover", resource: { kind: "account", id } },
          locate: (tx) => locateAccount(tx, id),
        },
        (tx) => recoverAccount(tx, id, { actor, now: options.clock() }),
      );
      if (!code.ok) return sendProblem(reply, peopleProblem(code.refusal));
      return reply.code(201).header("cache-control", "no-store").send(code.value);
    });
  };

/** Accounts are changed, disabled and enabled. */
const changingThem =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.patch(`${base}/accounts/:id`, changing, async (request, reply) => {
      const { id } = request.params;
      const { actor, body: change } = request;
      const changed = await perform(
        db,
        {
          ...{ caller: callerOf(request), resource: { kind: "account", id } },
          act: change.disabled === undefined ? "change" : "lock",
          locate: (tx) => locateAccount(tx, id),
          detail: { fields: Object.keys(change).filter((field) => field !== "version") },
        },
        (tx) => changeAccount(tx, id, { actor, change, setting: settingOf(options) }),
      );
      return changed.ok ? changed.value : sendProblem(reply, peopleProblem(changed.refusal));
    });
  };

/** A factor that its owner lost is taken away, once it is certain who asks for that. */
const takingFactors =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.delete(`${base}/accounts/:id/factor`, takingFactor, async (request, reply) => {
      const { id } = request.params;
      const { actor } = request;
      const taken = await perform(
        db,
        {
          ...{ caller: callerOf(request), act: "recover", resource: { kind: "account", id } },
          locate: (tx) => locateAccount(tx, id),
          detail: { factor: true },
        },
        (tx) => takeAwayFactor(tx, id, { actor, now: options.clock() }),
      );
      if (!taken.ok) return sendProblem(reply, peopleProblem(taken.refusal));
      return reply.code(204).send(null);
    });
  };

/** Whoever is signed in to an account is out at the next request. */
const signingThemOut =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.delete(`${base}/accounts/:id/sessions`, signingOut, async (request, reply) => {
      const { id } = request.params;
      const { actor } = request;
      const ended = await perform(
        db,
        {
          ...{ caller: callerOf(request), act: "close", resource: { kind: "session" } },
          locate: (tx) => locateAccount(tx, id),
          detail: { account: id },
        },
        (tx) => signOutAccount(tx, id, { actor, now: options.clock() }),
      );
      if (!ended.ok) return sendProblem(reply, peopleProblem(ended.refusal));
      return reply.code(204).send(null);
    });
  };

/** Accounts, for those who look after them. */
export const accountsRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    await app.register(seeing, { db });
    await app.register(making(options), { db });
    await app.register(changingThem(options), { db });
    await app.register(signingThemOut(options), { db });
    await app.register(takingFactors(options), { db });
  };
