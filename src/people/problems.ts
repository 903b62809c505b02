import { problem, type ProblemDraft } from "../http/problem.ts";
import { en } from "./messages.en.ts";
import { zh } from "./messages.zh.ts";
import type { PeopleRefusal } from "./model/refusals.ts";

/** Every code that the room may name; each has a page in docs/problems. */
export const problemCodes: readonly string[] = Object.keys(zh);

/** A refusal of the room, with its status. */
export function peopleProblem(refusal: PeopleRefusal): ProblemDraft {
  return problem(statusOf(refusal), refusal, { zh, en });
}

function statusOf({ code }: PeopleRefusal): number {
  switch (code) {
    case "not_allowed":
      return 403;
  }
}
