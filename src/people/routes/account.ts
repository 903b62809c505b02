import { Type } from "typebox";
import { system } from "../../base/actor.ts";
import { accept, type Decision } from "../../base/decision.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { knownAs } from "../actions/accounts.ts";
import {
  claimOwn,
  decideNew,
  forgive,
  replacePassword,
  type Claimed,
} from "../actions/password.ts";
import { hashPassword, isPassword, newToken } from "../actions/secrets.ts";
import { askingSession, closeOthers, closeSession, listOwn } from "../actions/session.ts";
import { KnownAs, PasswordBody, SessionList } from "../contract.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import type { NotAllowed } from "../model/refusals.ts";
import { perform } from "../perform.ts";
import { peopleProblem } from "../problems.ts";
import { withoutWall } from "../../store/without-wall.ts";
import {
  base,
  browserOf,
  callerOf,
  cookieOf,
  done,
  failures,
  setCookie,
  work,
  type EntryOptions,
} from "./context.ts";
import type { Door } from "./entry.ts";

const tags = ["people"];
const reading = {
  schema: {
    ...{ tags, summary: "系统里关于我的全部数据 · All that is known of me" },
    response: { 200: KnownAs, ...failures },
  },
} as const;
const changing = {
  ...work,
  schema: {
    ...{ tags, summary: "改密码 · Change my password", body: PasswordBody },
    response: done,
  },
} as const;
const listing = {
  schema: {
    ...{ tags, summary: "我的登录会话 · My sessions" },
    response: { 200: SessionList, ...failures },
  },
} as const;
const endingOthers = {
  ...work,
  schema: { tags, summary: "结束我的其他会话 · End my other sessions", response: done },
} as const;
const endingOne = {
  ...work,
  schema: {
    ...{ tags, summary: "结束我的一个会话 · End one session of mine" },
    params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
    response: done,
  },
} as const;

/** Whoever asks, as far as the request tells: nobody's account has no id. */
const ownerOf = ({ actor }: Door["request"]): { id: string; session: string | undefined } =>
  actor.kind === "account"
    ? { id: actor.id, session: actor.session }
    : { id: "", session: undefined };

/** The task of one's own account or sessions; whoever has not signed in owns neither. */
const ownTask = (request: Door["request"]) => {
  const { id } = ownerOf(request);
  return { caller: callerOf(request), owners: id === "" ? [] : [id], id };
};

type Changed = Decision<null, AccountRefusal | NotAllowed>;

/** Changes the password of whoever knows the old one; every other session of theirs ends. */
async function changePassword(door: Door, body: PasswordBody): Promise<Changed> {
  const { db, options, request } = door;
  const { id: accountId } = ownerOf(request);
  const now = options.clock();
  const claimed = await db.transaction(system("people.password"), (tx) =>
    claimOwn(tx, { accountId, address: request.ip }, now),
  );
  if (!claimed.ok) return writePassword(door, claimed);
  const isRight = await isPassword(claimed.value.secrets.passwordHash, body.oldPassword);
  if (!isRight) return writePassword(door, { ok: false, refusal: { code: "password_wrong" } });
  const decided = decideNew(body.newPassword, claimed.value);
  const signInName = claimed.value.account?.signInName ?? "";
  await db.transaction(system("people.password"), (tx) =>
    forgive(tx, { signInName, address: request.ip }),
  );
  if (!decided.ok) return writePassword(door, decided);
  const hash = await hashPassword(decided.value);
  return writePassword(door, accept({ claimed: claimed.value, hash }));
}

type Proved = Decision<{ claimed: Claimed; hash: string }, AccountRefusal>;

/** The act itself: what was refused before is refused here, so that the audit trail has it. */
async function writePassword(door: Door, proved: Proved): Promise<Changed> {
  const { db, options, request, reply } = door;
  const { id, owners, caller } = ownTask(request);
  const { session: current } = ownerOf(request);
  const token = newToken();
  const opening = {
    ...{ accountId: id, means: "password" as const, token, now: options.clock() },
    ...{ earlier: cookieOf(options, "zhibu_session", request), ...browserOf(request) },
  };
  const resource = { kind: "account", id, owners } as const;
  const detail = { password: true };
  const changed = await perform(
    db,
    { caller, act: "set_password", resource, detail },
    async (tx) => {
      if (!proved.ok) return proved;
      const isStrong = (await askingSession(tx, { accountId: id, current }))?.isStrong ?? false;
      return withoutWall(tx, "people.password", (inner) =>
        replacePassword(inner, proved.value, { ...opening, isStrong }),
      );
    },
  );
  if (!changed.ok) return changed;
  setCookie(reply, options, { base: "zhibu_session", value: token });
  return accept(null);
}

/** One's own sessions: seen, and ended from wherever one is. */
const ownSessions =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    const ownOf = (request: Door["request"]) => {
      const { id: accountId, session: current } = ownerOf(request);
      return { accountId, current, now: options.clock() };
    };
    app.get(`${base}/account/sessions`, listing, async (request, reply) => {
      const { id, owners, caller } = ownTask(request);
      const { session: current } = ownerOf(request);
      const listed = await perform(
        db,
        { caller, act: "list", resource: { kind: "session", owners } },
        async (tx) => accept(await listOwn(tx, id, { current, now: options.clock() })),
      );
      if (!listed.ok) return sendProblem(reply, peopleProblem(listed.refusal));
      return { sessions: listed.value };
    });
    app.delete(`${base}/account/sessions`, endingOthers, async (request, reply) => {
      const { owners, caller } = ownTask(request);
      const ended = await perform(
        db,
        { caller, act: "close", resource: { kind: "session", owners } },
        (tx) => closeOthers(tx, ownOf(request)),
      );
      if (!ended.ok) return sendProblem(reply, peopleProblem(ended.refusal));
      return reply.code(204).send(null);
    });
    app.delete(`${base}/account/sessions/:id`, endingOne, async (request, reply) => {
      const { owners, caller } = ownTask(request);
      const { id } = request.params;
      const ended = await perform(
        db,
        { caller, act: "close", resource: { kind: "session", id, owners } },
        (tx) => closeSession(tx, ownOf(request), id),
      );
      if (!ended.ok) return sendProblem(reply, peopleProblem(ended.refusal));
      return reply.code(204).send(null);
    });
  };

/** One's own account: what is known, the password, the sessions. */
export const accountRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.get(`${base}/account`, reading, async (request, reply) => {
      const { id, owners, caller } = ownTask(request);
      const resource = { kind: "account", id, owners } as const;
      const known = await perform(db, { caller, act: "read", resource }, (tx) =>
        knownAs(tx, id, options.clock()),
      );
      return known.ok ? known.value : sendProblem(reply, peopleProblem(known.refusal));
    });
    app.put(`${base}/account/password`, changing, async (request, reply) => {
      const changed = await changePassword({ db, options, request, reply }, request.body);
      if (!changed.ok) return sendProblem(reply, peopleProblem(changed.refusal));
      return reply.code(204).send(null);
    });
    await app.register(ownSessions(options), { db });
  };
