export * from "./contract.ts";
export { peopleProblem, problemCodes } from "./problems.ts";
export { perform, type Caller, type Task, type Trace, type Whereabouts } from "./perform.ts";
export { may, type Resource } from "./model/rights.ts";
export { roles, type ActOf, type Kind, type Role } from "./model/rights-table.ts";
export type { NotAllowed, PeopleRefusal } from "./model/refusals.ts";
export { auditChain } from "./store/chain.ts";
export { grantsOf } from "./store/held-grants.ts";
export { visibleTo, type RightsColumns } from "./store/visible.ts";
