export * from "./contract.ts";
export type { PackSource, Located, Position } from "./source.ts";
export type * from "./ir.ts";
