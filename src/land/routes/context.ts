import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { peopleProblem, type NotAllowed } from "../../people/index.ts";
import type { VersionRefusal } from "../../http/precondition.ts";
import { Problem, sendProblem } from "../../http/problem.ts";
import { landProblem, type LandRefusal } from "../problems.ts";

export const base = "/api/v1/land";
export const tags = ["land"];
/** A file as an answer. */
export const FileBytes = Type.Unsafe<Buffer>({ type: "string", format: "binary" });
export const failures = { "4xx": Problem, "5xx": Problem };
/** Routes that write: bounded per address more tightly than reads. */
export const work = { config: { budget: "work" } } as const;

export type RouteRefusal = LandRefusal | NotAllowed | VersionRefusal;

export const sendRefusal = (reply: FastifyReply, refusal: RouteRefusal): FastifyReply =>
  sendProblem(
    reply,
    refusal.code === "not_allowed" || refusal.code === "version_missing"
      ? peopleProblem(refusal)
      : landProblem(refusal),
  );
