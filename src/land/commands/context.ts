import { bilingual } from "../../base/message.ts";
import { peopleProblem, type NotAllowed } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { misuse, refusal, type Call, type Outcome } from "../../terminal/index.ts";
import { landRefusalText, type LandRefusal } from "../problems.ts";

/** What the commands of this room are given by the program that they are part of. */
export type LandContext = {
  /** Opens the database for one piece of work, or says why not. */
  readonly withDb: (work: (db: Db) => Promise<Outcome>) => Promise<Outcome>;
};

export const landRefused = (reason: LandRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : refusal(reason.code, landRefusalText(reason), { ...reason });

/** What an option says; undefined where it was not given. */
export const optionOf = ({ options }: Call, name: string): string | undefined => {
  const said = options[name];
  return typeof said === "string" ? said : undefined;
};

/** A call that lacks an option which it cannot do without. */
export const lacks = (flag: string): Outcome =>
  misuse("option_missing", bilingual(`要写明 ${flag}`, `${flag} is needed`));
