export * from "./contract.ts";
export type { PackSource, Located, Position } from "./source.ts";
export type * from "./ir.ts";
export type { Case, FactState, Known, Loser, Provenance, Stated, Subject } from "./case/model.ts";
export { anonymous, isListed, listKeys, stateOf } from "./case/model.ts";
