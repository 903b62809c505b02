export { openBook } from "./actions/book.ts";
export { answerCard, listCards, openCard } from "./actions/cards.ts";
export { importText, readText, verifyCorpus } from "./actions/corpus.ts";
export {
  answerQuestion,
  askPlace,
  keptDays,
  reopenEvaluation,
  storeEvaluation,
} from "./actions/evaluation.ts";
export { listMeasures, measurePageOf, measureProjects } from "./actions/pages.ts";
export type { AskRefusal } from "./actions/place.ts";
export { listProjects } from "./actions/projects.ts";
export { importRegister, listRegisters, withdrawRegister } from "./actions/registers.ts";
export type { RegisterOrder } from "./actions/registers.ts";
