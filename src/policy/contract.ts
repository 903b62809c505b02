export * from "./contract/answers.ts";
export * from "./contract/book.ts";
export * from "./contract/measures.ts";
export * from "./contract/tasks.ts";
