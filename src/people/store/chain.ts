import type { Chain } from "../../store/chain/chain.ts";

/** The audit trail as a chain: every column is hashed. */
export const auditChain: Chain = {
  room: "people",
  table: "audit",
  columns: [
    "id",
    "at",
    "actor_kind",
    "actor",
    "role",
    "delegated_by",
    "act",
    "resource_kind",
    "resource_id",
    "scope",
    "refusal",
    "request_id",
    "detail",
  ],
};
