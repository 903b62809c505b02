export * from "./contract/account.ts";
export * from "./contract/audit.ts";
export * from "./contract/factor.ts";
export * from "./contract/grant.ts";
export * from "./contract/organisation.ts";
export * from "./contract/session.ts";
