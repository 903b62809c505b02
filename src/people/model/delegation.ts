import type { Grant } from "../../base/actor.ts";
import { refuse, type Decision } from "../../base/decision.ts";
import type { DelegationBody } from "../contract/grant.ts";
import { readInstant } from "./instant.ts";
import type { RightsRefusal } from "./rights-refusals.ts";
import { covers } from "./scope.ts";

/** The longest time for which a role is lent: a longer absence is an administrator's business. */
const limitDays = 366;
const dayMs = 86_400_000;

/** Until when a role may be lent: it must end, after now and within a year. */
export function decideUntil(text: string, now: Date): Decision<string, RightsRefusal> {
  const until = readInstant(text);
  if (!until.ok) return until;
  const days = (new Date(until.value).getTime() - now.getTime()) / dayMs;
  if (days <= 0) return refuse({ code: "delegation_end_past", until: until.value });
  if (days <= limitDays) return until;
  return refuse({ code: "delegation_too_long", days: Math.ceil(days), limitDays });
}

export type DelegationOrder = DelegationBody & {
  readonly from: string;
  /** What the one who lends holds: what was lent to them they cannot lend on. */
  readonly grants: readonly Grant[];
  readonly now: Date;
};

/** Decides a delegation: of a role that one holds oneself, over no more than one's own scope. */
export function decideDelegation(order: DelegationOrder): Decision<string, RightsRefusal> {
  const { from, to, role, scope, grants } = order;
  if (from === to) return refuse({ code: "delegation_to_oneself" });
  const isHeld = grants.some(
    (grant) => grant.delegatedBy === undefined && grant.role === role && covers(grant.scope, scope),
  );
  return isHeld
    ? decideUntil(order.until, order.now)
    : refuse({ code: "delegation_not_held", role, scope });
}
