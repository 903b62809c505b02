export { openBook } from "./actions/book.ts";
export { answerCard, listCards, openCard } from "./actions/cards.ts";
export { raiseAlarms } from "./actions/alarms.ts";
export { clausePage, corpusPage, documentPage } from "./actions/corpus-pages.ts";
export { searchCorpus } from "./actions/corpus-search.ts";
export { checkConflict, surveyConflict } from "./actions/conflict-check.ts";
export { importTexts, readDocuments } from "./actions/corpus.ts";
export {
  answerQuestion,
  askPlace,
  keptDays,
  reopenEvaluation,
  storeEvaluation,
} from "./actions/evaluation.ts";
export { listMeasures, measurePageOf, measureProjects } from "./actions/pages.ts";
export type { AskRefusal } from "./actions/place.ts";
export { gatherReport } from "./actions/report.ts";
export { reportKinds, type ReportKind } from "./actions/report-file/write.ts";
export { reportThread } from "./actions/report-thread.ts";
export { listProjects } from "./actions/projects.ts";
export {
  keepImport,
  listRegisters,
  listWaiting,
  prepareImport,
  prepareWithdrawal,
  readVersions,
  receiptOf,
  registerHistory,
} from "./actions/registers.ts";
export type { PreparedImport, RegisterOrder, VersionsAtHand } from "./actions/registers.ts";
