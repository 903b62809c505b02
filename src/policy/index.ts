export { policyCommands, type CommandContext } from "./commands.ts";
export { policyRoutes } from "./routes.ts";
export { openBook } from "./actions.ts";
export { policyQueues } from "./jobs.ts";
export { lawOf, type Law } from "./jobs/law.ts";
export { policySentence, problemCodes } from "./problems.ts";
export type { Book } from "./model/book.ts";
