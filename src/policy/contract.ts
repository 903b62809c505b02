export * from "./contract/answers.ts";
export * from "./contract/book.ts";
export * from "./contract/conflicts.ts";
export * from "./contract/corpus.ts";
export * from "./contract/measures.ts";
export * from "./contract/registers.ts";
export * from "./contract/tasks.ts";
