import type { Actor } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";

/** A role name, a scope: nothing that could end the setting it is written into. */
const plain = /^[A-Za-z0-9_.-]+$/;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What the transaction of a person begins with: the database role that is held to the row
 * policies, and the two settings that the policies read. `set local` ends with the transaction,
 * on both engines.
 */
export function raiseWall(actor: Actor): string {
  if (actor.kind === "system") return "";
  const grants = actor.kind === "account" ? actor.grants : [];
  const scopes = grants.map(({ role, scope }) => {
    invariant(plain.test(role) && plain.test(scope), "a role and its scope are plain words");
    return `${role}=${scope}`;
  });
  const account = actor.kind === "account" ? actor.id : "";
  return (
    `; set local zhibu.account = ${literal(account)}` +
    `; set local zhibu.scopes = ${literal(scopes.join(","))}` +
    `; set local role zhibu_person`
  );
}
