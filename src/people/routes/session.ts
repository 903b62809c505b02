import { accept } from "../../base/decision.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { system } from "../../base/actor.ts";
import { closeOwn } from "../actions/session.ts";
import { DemonstrationBody, RecoveryBody, SessionPage, SignInBody } from "../contract/session.ts";
import { perform } from "../perform.ts";
import { peopleProblem } from "../problems.ts";
import { findDemonstration } from "../store/accounts.ts";
import {
  base,
  callerOf,
  cookieOf,
  done,
  failures,
  setCookie,
  work,
  type EntryOptions,
} from "./context.ts";
import { enter, recover, signIn, turnAway, type Door, type Entered } from "./entry.ts";
import { sessionPageOf } from "./page.ts";

const tags = ["people"];
const showing = {
  schema: { tags, summary: "我是谁 · Who am I", response: { 200: SessionPage, ...failures } },
};
const signingIn = {
  ...work,
  schema: {
    ...{ tags, summary: "登录 · Sign in", body: SignInBody },
    response: { 201: SessionPage, ...failures },
  },
} as const;
const recovering = {
  ...work,
  schema: {
    ...{ tags, summary: "用恢复码设置密码 · Set a password by code", body: RecoveryBody },
    response: { 201: SessionPage, ...failures },
  },
} as const;
const demonstrating = {
  ...work,
  schema: {
    ...{ tags, summary: "用演示账号登录 · Enter as a demonstration", body: DemonstrationBody },
    response: { 201: SessionPage, ...failures },
  },
} as const;
const leaving = {
  ...work,
  schema: { tags, summary: "退出 · Sign out", response: done },
} as const;

/** Tells whoever came in who they are now; a refusal is told as what it is. */
async function answer({ db, options, reply }: Door, entered: Entered) {
  if (!entered.ok) return sendProblem(reply, peopleProblem(entered.refusal));
  return reply.code(201).send(await sessionPageOf(db, options, entered.value));
}

/** Enters as one of the kinds of user that a synthetic city shows; refused in any other city. */
async function demonstrate(door: Door, role: string): Promise<Entered> {
  const account = await door.db.transaction(system("people.demonstration"), async (tx) =>
    (await door.options.isDemonstration(tx)) ? findDemonstration(tx, role) : undefined,
  );
  if (!account) return turnAway(door, undefined, { code: "demonstration_off", role });
  return enter(door, { accountId: account.id, means: "demonstration" });
}

/** Coming in, being in, going out. */
export const sessionRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.get(`${base}/session`, showing, async (request, reply) => {
      reply.header("cache-control", "no-store");
      return sessionPageOf(db, options, cookieOf(options, "zhibu_session", request));
    });
    app.post(`${base}/session`, signingIn, async (request, reply) => {
      const door = { db, options, request, reply };
      return answer(door, await signIn(door, request.body));
    });
    app.post(`${base}/session/recovery`, recovering, async (request, reply) => {
      const door = { db, options, request, reply };
      return answer(door, await recover(door, request.body));
    });
    app.post(`${base}/session/demonstration`, demonstrating, async (request, reply) => {
      const door = { db, options, request, reply };
      return answer(door, await demonstrate(door, request.body.role));
    });
    app.delete(`${base}/session`, leaving, async (request, reply) => {
      const { actor } = request;
      setCookie(reply, options, { base: "zhibu_session" });
      // What a page was told is forgotten too; its settings of language and light stay.
      reply.header("clear-site-data", '"cache"');
      if (actor.kind !== "account" || actor.session === undefined)
        return reply.code(204).send(null);
      const { id: accountId, session: id } = actor;
      const closed = await perform(
        db,
        {
          caller: callerOf(request),
          act: "close",
          resource: { kind: "session", id, owners: [accountId] },
        },
        async (tx) => accept(await closeOwn(tx, accountId, id)),
      );
      if (!closed.ok) return sendProblem(reply, peopleProblem(closed.refusal));
      return reply.code(204).send(null);
    });
  };
