import type { VersionRefusal } from "../../http/precondition.ts";
import type { OrganisationKind } from "../contract/organisation.ts";

/** An act that the actor has no right to. */
export type NotAllowed = {
  code: "not_allowed";
  act: string;
  kind: string;
  id: string | null;
  /** Whether somebody is signed in: otherwise signing in may help. */
  signedIn: boolean;
};

/** Somebody else changed it after it was read: nothing is written, and nothing of theirs lost. */
export type ChangedMeanwhile = { code: "changed_meanwhile"; version: number; given: number };

/** What is refused of organisations, roles, delegations and the audit trail. */
export type RightsRefusal =
  | NotAllowed
  | ChangedMeanwhile
  | VersionRefusal
  | { code: "account_missing"; id: string }
  | { code: "organisation_missing"; path: string }
  | { code: "organisation_exists"; path: string }
  | { code: "organisation_misplaced"; kind: OrganisationKind; parent: OrganisationKind | null }
  | { code: "organisation_closed"; path: string }
  | { code: "organisation_in_use"; path: string; organisations: number; grants: number }
  | { code: "grant_missing"; id: string }
  | { code: "grant_exists"; account: string; role: string; scope: string }
  | { code: "last_administrator"; scope: string }
  | { code: "delegation_missing"; id: string }
  | { code: "delegation_not_held"; role: string; scope: string }
  | { code: "delegation_to_oneself" }
  | { code: "delegation_end_past"; until: string }
  | { code: "delegation_too_long"; days: number; limitDays: number }
  | { code: "cursor_invalid"; cursor: string }
  | { code: "instant_invalid"; instant: string };
