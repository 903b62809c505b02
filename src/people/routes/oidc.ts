import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { system } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { escapeHtml, page } from "../../http/page.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import { accountOf, keepLogin, redeemLogin } from "../actions/oidc.ts";
import { newToken } from "../actions/secrets.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { ownPath } from "../model/forgery.ts";
import type { NotAllowed, PeopleRefusal } from "../model/refusals.ts";
import type { OidcPeer } from "../oidc-peer.ts";
import { peopleProblem } from "../problems.ts";
import type { OidcLogin } from "../store/identities.ts";
import { base, cookieOf, failures, setCookie, work, type EntryOptions } from "./context.ts";
import { enter, turnAway, type Door, type Entry } from "./entry.ts";

const tags = ["people"];
const redirect = { 303: Type.Null(), ...failures } as const;
const asking = {
  ...work,
  schema: {
    ...{ tags, summary: "去统一身份认证登录 · Sign in at the identity provider" },
    querystring: Type.Object({ returnTo: Type.Optional(Type.String({ maxLength: 1_000 })) }),
    response: redirect,
  },
} as const;
const hearing = {
  ...work,
  schema: {
    ...{ tags, summary: "从统一身份认证回来 · Back from the identity provider" },
    response: redirect,
  },
} as const;

const program = system("people.oidc");
const loginSeconds = 600;

type Refused = AccountRefusal | NotAllowed;

/** A browser gets a page with the sentence and a way back; a program gets the problem itself. */
function tell({ request, reply }: Door, refusal: PeopleRefusal): FastifyReply {
  const draft = peopleProblem(refusal);
  if (!(request.headers.accept ?? "").includes("text/html")) return sendProblem(reply, draft);
  const title = request.locale === "zh" ? "没有登录" : "Not signed in";
  const again = request.locale === "zh" ? "回到登录页" : "Back to the sign-in page";
  const body =
    `<h1>${title}</h1><p>${escapeHtml(draft.message[request.locale])}</p>` +
    `<p><a href="/sign-in">${again}</a> · <a href="/problems/${draft.code}">${draft.code}</a></p>`;
  return reply
    .code(draft.status)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(page(title, body));
}

async function begin(door: Door, peer: OidcPeer, returnPath: string): Promise<FastifyReply> {
  const { db, options, reply } = door;
  const { url, ...question } = await peer.ask();
  const token = newToken();
  const login = { ...question, returnPath, now: options.clock() };
  await db.transaction(program, (tx) => keepLogin(tx, token, login));
  const maxAgeSeconds = loginSeconds;
  setCookie(reply, options, { base: "zhibu_login", value: token, maxAgeSeconds });
  return reply.header("cache-control", "no-store").redirect(url.href, 303);
}

/** Whose account the answer of the provider speaks of, and how well they proved it there. */
async function hear(
  { db, options, request }: Door,
  peer: OidcPeer,
  login: OidcLogin,
): Promise<Decision<Entry, AccountRefusal>> {
  const came = new URL(request.url, peer.issuer);
  const heard = await peer.hear(came, login);
  if (!heard.ok) return heard;
  const newcomer = { ...heard.value, issuer: peer.issuer, now: options.clock() };
  const account = await db.transaction(program, (tx) => accountOf(tx, newcomer, peer.unknown));
  if (!account.ok) return account;
  return accept({ accountId: account.value, means: "oidc", isStrong: heard.value.isStrong });
}

/** Ends the login that this browser began, and no other; where to go is told on success. */
async function finish(door: Door, peer: OidcPeer): Promise<Decision<string, Refused>> {
  const { db, options, request, reply } = door;
  const token = cookieOf(options, "zhibu_login", request);
  setCookie(reply, options, { base: "zhibu_login" });
  const login =
    token === undefined
      ? undefined
      : await db.transaction(program, (tx) => redeemLogin(tx, token, options.clock()));
  if (!login) return turnAway(door, undefined, { code: "oidc_login_missing" });
  const entry = await hear(door, peer, login);
  if (!entry.ok) return turnAway(door, undefined, entry.refusal);
  const entered = await enter(door, entry.value);
  return entered.ok ? { ok: true, value: login.returnPath } : entered;
}

/** Signing in at the identity provider, and coming back from it. */
export const oidcRoutes =
  (options: EntryOptions): Routes<Db> =>
  async (app, { db }) => {
    app.get(`${base}/session/oidc`, asking, async (request, reply) => {
      const door = { db, options, request, reply };
      if (!options.oidc) return tell(door, { code: "oidc_off" });
      const returnPath = ownPath(request.query.returnTo ?? "/");
      if (returnPath === undefined) return tell(door, { code: "return_path_foreign" });
      return begin(door, options.oidc, returnPath);
    });
    app.get(`${base}/session/oidc/callback`, hearing, async (request, reply) => {
      const door = { db, options, request, reply };
      const finished: Decision<string, Refused> = options.oidc
        ? await finish(door, options.oidc)
        : refuse({ code: "oidc_off" });
      if (!finished.ok) return tell(door, finished.refusal);
      return reply.header("cache-control", "no-store").redirect(finished.value, 303);
    });
  };
