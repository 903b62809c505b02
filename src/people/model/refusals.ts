import type { AccountRefusal } from "./account-refusals.ts";
import type { RightsRefusal } from "./rights-refusals.ts";

export type { NotAllowed } from "./rights-refusals.ts";

/** What this room may refuse. */
export type PeopleRefusal = RightsRefusal | AccountRefusal;
