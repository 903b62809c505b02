import type { Session } from "./session.ts";

/**
 * Of whom a second factor is demanded: of nobody, of whoever administers or audits, or of every
 * role. What is demanded of a role is that it is used only in a session that was begun with one.
 */
export const factorDemands = ["offered", "administrators", "everyone"] as const;
export type FactorDemand = (typeof factorDemands)[number];

const overseers: readonly string[] = ["administrator", "auditor"];

const isDemanded = (role: string, demand: FactorDemand): boolean => {
  switch (demand) {
    case "offered":
      return false;
    case "administrators":
      return overseers.includes(role);
    case "everyone":
      return true;
  }
};

type Begun = Pick<Session, "isStrong" | "means">;

/** The roles that may be used in a session, and those that wait for a second factor. */
export function divideByDemand<Held extends { readonly role: string }>(
  grants: readonly Held[],
  { isStrong, means }: Begun,
  demand: FactorDemand,
): { used: Held[]; withheld: Held[] } {
  // A demonstration shows a synthetic city: its accounts have nothing to prove themselves by.
  const isFree = isStrong || means === "demonstration";
  const waits = ({ role }: Held): boolean => !isFree && isDemanded(role, demand);
  return {
    used: grants.filter((grant) => !waits(grant)),
    withheld: grants.filter(waits),
  };
}
