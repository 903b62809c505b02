import type { FastifyRequest } from "fastify";
import { anonymous, system, type Actor } from "../../base/actor.ts";
import type { ProblemDraft } from "../../http/problem.ts";
import type { Db } from "../../store/db.ts";
import { forgeryTokenOf, isSameSecret } from "../actions/secrets.ts";
import { actorOf } from "../actions/session.ts";
import { forgeryHeader } from "../contract/session.ts";
import { changesNothing, isForeign } from "../model/forgery.ts";
import { peopleProblem } from "../problems.ts";
import { cookieOf, factorPolicyOf, type EntryOptions } from "./context.ts";

const program = system("people.identify");

/** Learns who asks by the session cookie; account and grants are read anew each time. */
export const identifyBy =
  (db: Db, options: EntryOptions) =>
  async (request: FastifyRequest): Promise<Actor> => {
    const token = cookieOf(options, "zhibu_session", request);
    if (token === undefined || token === "") return anonymous;
    const { clock, isDemonstration } = options;
    const { demand } = factorPolicyOf(options);
    const presented = { token, now: clock(), isDemonstration, demand };
    return db.transaction(program, (tx) => actorOf(tx, presented));
  };

const textOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(",") : header;

/**
 * Refuses what another site's page may have made a browser send: a change must come from our own
 * origin, and whoever is signed in sends the token along that only our own pages can read.
 */
export const guardBy =
  (options: EntryOptions) =>
  (request: FastifyRequest): ProblemDraft | undefined => {
    const { method, headers, actor } = request;
    const { ownOrigins } = options;
    const asked = {
      method,
      ownOrigins: ownOrigins.length > 0 ? ownOrigins : [`${request.protocol}://${request.host}`],
      fetchSite: textOf(headers["sec-fetch-site"]),
      origin: headers.origin,
    };
    const forged = peopleProblem({ code: "request_forged" });
    if (isForeign(asked)) return forged;
    if (changesNothing(method) || actor.kind !== "account") return undefined;
    const token = cookieOf(options, "zhibu_session", request) ?? "";
    const given = textOf(headers[forgeryHeader]) ?? "";
    return isSameSecret(given, forgeryTokenOf(token)) ? undefined : forged;
  };
