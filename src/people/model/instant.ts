import { isCivilDate } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { RightsRefusal } from "./rights-refusals.ts";

const form = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads an instant with its zone into the one form in which instants are kept. */
export function readInstant(text: string): Decision<string, RightsRefusal> {
  const day = form.exec(text)?.[1];
  // The platform would read 30 February as 2 March.
  const at = day !== undefined && isCivilDate(day) ? new Date(text) : undefined;
  return at && !Number.isNaN(at.getTime())
    ? accept(at.toISOString())
    : refuse({ code: "instant_invalid", instant: text });
}
