import type { Question } from "../../../src/rules/contract.ts";
import type { Draft } from "./draft.ts";

/** What every field of a question is given. */
export type FieldProps = {
  id: string;
  question: Question;
  draft: Draft;
  change: (draft: Draft) => void;
  isWrong: boolean;
};
