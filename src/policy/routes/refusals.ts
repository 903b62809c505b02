import type { FastifyReply } from "fastify";
import { civilDateIn } from "../../base/date.ts";
import { Problem, sendProblem } from "../../http/problem.ts";
import { shellProblem } from "../../http/problems.ts";
import { landProblem } from "../../land/index.ts";
import { peopleProblem, type NotAllowed } from "../../people/index.ts";
import type { RepeatRefusal } from "../../store/idempotency.ts";
import type { AskRefusal } from "../actions.ts";
import type { Book } from "../model/book.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { factsProblem, policyProblem } from "../problems.ts";

export const base = "/api/v1/policy";
export const failures = { "4xx": Problem, "5xx": Problem } as const;
/** Routes that compute: bounded per address more tightly than reads. */
export const work = { config: { budget: "work" } } as const;

/** What only reads may be answered by a replica, with all that was acknowledged. */
export const mayLag = { mayLag: true } as const;

/** `book` is the law in force at the moment that it is asked for: nobody keeps it over requests. */
export type Options = {
  readonly book: Book;
  readonly clock: () => Date;
  /** Where users reach the server: papers say where they open. */
  readonly publicUrl?: string;
};

/** Today in the city of the pack. */
export const todayOf = ({ book, clock }: Options): string =>
  civilDateIn(book.source.manifest.zone, clock());

/** Sends a refusal, whichever room it comes from. */
export function sendRefusal(
  reply: FastifyReply,
  refused: AskRefusal | NotAllowed | RepeatRefusal,
): FastifyReply {
  if ("code" in refused) {
    return sendProblem(
      reply,
      refused.code === "not_allowed" ? peopleProblem(refused) : shellProblem(refused),
    );
  }
  switch (refused.kind) {
    case "policy":
      return sendProblem(reply, policyProblem(refused.refusal));
    case "place":
      return sendProblem(reply, landProblem(refused.refusal));
    case "facts":
      return sendProblem(reply, factsProblem(refused.refusals));
  }
}

/** Sends a refusal of this room alone, or that one may not ask. */
export const sendPolicyRefusal = (
  reply: FastifyReply,
  refusal: PolicyRefusal | NotAllowed,
): FastifyReply =>
  sendProblem(
    reply,
    refusal.code === "not_allowed" ? peopleProblem(refusal) : policyProblem(refusal),
  );
