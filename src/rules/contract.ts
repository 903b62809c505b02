export * from "./contract/pack.ts";
export * from "./contract/report.ts";
export * from "./contract/diagnostic.ts";
export * from "./contract/answer.ts";
export * from "./contract/reform.ts";
