import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Problem } from "../../http/problem.ts";
import type { Tx } from "../../store/db.ts";
import type { FactorPolicy } from "../actions/factor.ts";
import type { Browser } from "../actions/session.ts";
import { cookieName, readCookie, writeCookie } from "../model/cookie.ts";
import type { OidcPeer } from "../oidc-peer.ts";
import type { Caller } from "../perform.ts";

export const base = "/api/v1/people";
export const failures = { "4xx": Problem, "5xx": Problem } as const;
/** What has been done needs no words. */
export const done = { 204: Type.Null(), ...failures } as const;
/** Routes that hash or write: bounded per address more tightly than reads. */
export const work = { config: { budget: "work" } } as const;

/** How people reach this server, and how they may sign in. */
export type EntryOptions = {
  readonly clock: () => Date;
  /** Whether the public address is https: then cookies are bound to it. */
  readonly isSecure: boolean;
  /** The origins by which people reach this server; its own address where there is none. */
  readonly ownOrigins: readonly string[];
  /** Whether demonstration accounts may be used: only while the city is synthetic. */
  readonly isDemonstration: (tx: Tx) => Promise<boolean>;
  readonly oidc?: OidcPeer | undefined;
  /** What is set of second factors; without it nobody can have one, and none is demanded. */
  readonly factor?: FactorPolicy | undefined;
};

const noFactors: FactorPolicy = { keys: [], demand: "offered" };

export const factorPolicyOf = ({ factor = noFactors }: EntryOptions): FactorPolicy => factor;

/** The session of the browser, and a login under way at the identity provider. */
export type CookieBase = "zhibu_session" | "zhibu_login";

type Asked = Pick<FastifyRequest, "headers">;

export const cookieOf = (
  options: Pick<EntryOptions, "isSecure">,
  base: CookieBase,
  { headers }: Asked,
): string | undefined => readCookie(headers.cookie, cookieName(base, options));

/** Sets a cookie, or takes it away where there is no value. */
export function setCookie(
  reply: FastifyReply,
  { isSecure }: Pick<EntryOptions, "isSecure">,
  { base, value, maxAgeSeconds }: { base: CookieBase; value?: string; maxAgeSeconds?: number },
): void {
  const age = maxAgeSeconds === undefined ? {} : { maxAgeSeconds };
  const name = cookieName(base, { isSecure });
  reply.header("set-cookie", writeCookie(name, value, { isSecure, ...age }));
}

export const callerOf = ({ actor, id }: FastifyRequest): Caller => ({ actor, requestId: id });

/** What the browser says of itself, so that its owner knows it again in the list of sessions. */
export const browserOf = ({ ip, headers }: FastifyRequest): Browser => ({
  address: ip,
  browser: String(headers["user-agent"] ?? ""),
});
