import type { AccountRefusal } from "./account-refusals.ts";

/** An act that the actor has no right to. */
export type NotAllowed = {
  code: "not_allowed";
  act: string;
  kind: string;
  id: string | null;
  /** Whether somebody is signed in: otherwise signing in may help. */
  signedIn: boolean;
};

/** What this room may refuse. */
export type PeopleRefusal = NotAllowed | AccountRefusal;
