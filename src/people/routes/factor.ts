import { system } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db, Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import { beginFactor, confirmFactor, removeFactor, strengthenSession } from "../actions/factor.ts";
import { claimOwn, forgive } from "../actions/password.ts";
import { newToken } from "../actions/secrets.ts";
import { askingSession, type Opening } from "../actions/session.ts";
import { FactorBody, FactorInvitation, SpareCodes } from "../contract/factor.ts";
import { SessionPage } from "../contract/session.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import type { NotAllowed } from "../model/refusals.ts";
import { perform } from "../perform.ts";
import { peopleProblem } from "../problems.ts";
import {
  base,
  browserOf,
  callerOf,
  cookieOf,
  done,
  factorPolicyOf,
  failures,
  setCookie,
  work,
  type EntryOptions,
} from "./context.ts";
import { turnAway, type Door } from "./entry.ts";
import { sessionPageOf } from "./page.ts";

const tags = ["people"];
const beginning = {
  ...work,
  schema: {
    ...{ tags, summary: "开始设第二因素 · Begin to set up a second factor" },
    response: { 201: FactorInvitation, ...failures },
  },
} as const;
const confirming = {
  ...work,
  schema: {
    ...{ tags, summary: "用第一个动态码确认 · Confirm it by the app's first code" },
    ...{ body: FactorBody, response: { 200: SpareCodes, ...failures } },
  },
} as const;
const removing = {
  ...work,
  schema: { tags, summary: "移除第二因素 · Remove my second factor", response: done },
} as const;
const strengthening = {
  ...work,
  schema: {
    ...{ tags, summary: "在这个会话里证明第二因素 · Prove it in this session", body: FactorBody },
    response: { 201: SessionPage, ...failures },
  },
} as const;

/** Whoever asks; nobody's account and session have no id. */
const ownOf = ({ options, request }: Door) => {
  const { actor } = request;
  const [accountId, current] =
    actor.kind === "account" ? [actor.id, actor.session] : ["", undefined];
  return { accountId, current, now: options.clock() };
};

/** One's own account, as the table of rights asks for it; whoever is nobody owns none. */
const taskOf = (door: Door) => {
  const { accountId: id } = ownOf(door);
  const resource = { kind: "account", id, owners: id === "" ? [] : [id] } as const;
  return { caller: callerOf(door.request), act: "set_factor", resource } as const;
};

type Turned<Value> = Decision<Value, AccountRefusal | NotAllowed>;

type Renewed<Value> = { readonly value: Value; readonly token: string };

/** Does what ends in a session under a new token, and gives the browser that token. */
async function renew<Value>(
  door: Door,
  act: (tx: Tx, opening: Opening) => Promise<Decision<Value, AccountRefusal>>,
): Promise<Turned<Renewed<Value>>> {
  const { db, options, request, reply } = door;
  const own = ownOf(door);
  const token = newToken();
  const earlier = cookieOf(options, "zhibu_session", request);
  const turned = await perform(db, taskOf(door), async (tx) => {
    const means = (await askingSession(tx, own))?.means ?? "password";
    const opening = { ...own, means, token, earlier, ...browserOf(request) };
    return withoutWall(tx, "people.factor", (inner) => act(inner, opening));
  });
  if (!turned.ok) return turned;
  setCookie(reply, options, { base: "zhibu_session", value: token });
  return accept({ value: turned.value, token });
}

/** Proves the factor in a session that was begun without it; guesses are counted as at the door. */
async function strengthen(door: Door, typed: string): Promise<Turned<Renewed<unknown>>> {
  const { db, options, request } = door;
  const { accountId, now } = ownOf(door);
  if (accountId === "") return renew(door, async () => refuse({ code: "factor_missing" }));
  const { ip: address } = request;
  const claimed = await db.transaction(system("people.factor"), (tx) =>
    claimOwn(tx, { accountId, address }, now),
  );
  if (!claimed.ok) return turnAway(door, accountId, claimed.refusal);
  const { keys } = factorPolicyOf(options);
  const turned = await renew(door, (tx, opening) =>
    strengthenSession(tx, { accountId, typed, keys, now }, opening),
  );
  const signInName = claimed.value.account?.signInName ?? "";
  if (turned.ok) {
    await db.transaction(system("people.factor"), (tx) => forgive(tx, { signInName, address }));
  }
  return turned;
}

/** One's own second factor: set up, removed, proved. */
export const factorRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    const { keys } = factorPolicyOf(options);
    app.post(`${base}/account/factor`, beginning, async (request, reply) => {
      const door = { db, options, request, reply };
      const begun = await perform(db, taskOf(door), (tx) => beginFactor(tx, ownOf(door), keys));
      if (!begun.ok) return sendProblem(reply, peopleProblem(begun.refusal));
      return reply.code(201).send(begun.value);
    });
    app.put(`${base}/account/factor`, confirming, async (request, reply) => {
      const typed = request.body.factorCode;
      const turned = await renew({ db, options, request, reply }, (tx, opening) =>
        confirmFactor(tx, { typed, keys }, opening),
      );
      if (!turned.ok) return sendProblem(reply, peopleProblem(turned.refusal));
      return { spareCodes: turned.value.value.spareCodes };
    });
    app.delete(`${base}/account/factor`, removing, async (request, reply) => {
      const door = { db, options, request, reply };
      const turned = await renew(door, (tx, opening) => removeFactor(tx, ownOf(door), opening));
      if (!turned.ok) return sendProblem(reply, peopleProblem(turned.refusal));
      return reply.code(204).send(null);
    });
    app.post(`${base}/session/factor`, strengthening, async (request, reply) => {
      const door = { db, options, request, reply };
      const turned = await strengthen(door, request.body.factorCode);
      if (!turned.ok) return sendProblem(reply, peopleProblem(turned.refusal));
      return reply.code(201).send(await sessionPageOf(db, options, turned.value.token));
    });
  };
