export * from "./contract.ts";
export type { PackSource, Located, Position } from "./source.ts";
export type * from "./ir.ts";
export type { Case, FactState, Known, Loser, Provenance, Stated, Subject } from "./case/model.ts";
export { anonymous, isListed, listKeys, stateOf } from "./case/model.ts";
export { mergeCases } from "./case/merge.ts";
export { readCase, type ReadOptions } from "./case/read.ts";
export type { CaseReason, CaseRefusal } from "./case/reasons.ts";
export { writeCase, type WrittenCase } from "./case/write.ts";
