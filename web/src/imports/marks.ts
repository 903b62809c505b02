import type { ImportState } from "../api/imports.ts";

/** How far an import has come, as its mark says it. */
export const stateMarks: Readonly<Record<ImportState, string>> = {
  receiving: "maybe",
  reading: "maybe",
  waiting: "maybe",
  importing: "maybe",
  done: "yes",
  refused: "stop",
  cancelled: "no",
};
