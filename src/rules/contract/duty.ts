import { Type, type Static } from "typebox";
import { Bilingual, closed, words } from "./words.ts";

/** The day by which something is due, as exactly as the text says it. */
export const Due = Type.String({ pattern: "^(unknown|\\d{4}(-\\d{2}(-\\d{2})?)?)$" });

export const workStates = ["not_started", "under_way", "done", "unknown"] as const;

/** What a document owes to somebody: who delivers what, by when, and how far it is. */
export const dutyShape = {
  owner: Type.Array(Type.String(), { minItems: 1 }),
  deliverable: Bilingual,
  due: Due,
  state: words(workStates),
  served_by: Type.Optional(Type.String()),
} as const;

export const Duty = Type.Object(dutyShape, closed);
export type Duty = Static<typeof Duty>;
