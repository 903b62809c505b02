import type { FastifyReply } from "fastify";
import { tagOf } from "../../http/precondition.ts";
import { Problem, sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import type { Db } from "../../store/db.ts";
import type { RightsRefusal } from "../model/rights-refusals.ts";
import { peopleProblem } from "../problems.ts";

export const base = "/api/v1/people";
export const tags = ["people"];
export const failures = { "4xx": Problem, "5xx": Problem } as const;
/** Routes that write: bounded per address more tightly than reads. */
export const work = { config: { budget: "work" } } as const;

/** What the routes of this room are given: the one clock that delegations end by. */
export type RightsOptions = { readonly clock: () => Date };

export type RightsRoutes = (options: RightsOptions) => Routes<Db>;

export const sendRefusal = (reply: FastifyReply, refusal: RightsRefusal): FastifyReply =>
  sendProblem(reply, peopleProblem(refusal));

/** Answers with one thing that may be changed, and the tag to be given back with the change. */
export function sendTagged<Value extends { readonly version: number }>(
  reply: FastifyReply,
  value: Value,
  status: 200 | 201 = 200,
): Value {
  reply.code(status).header("etag", tagOf(value.version));
  return value;
}
