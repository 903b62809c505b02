import type { Diagnostic, Suggestion } from "../../../src/rules/index.ts";
import type { Formatted, Opened, Seen } from "./desk/desk.ts";
import type { Answer } from "./desk/messages.ts";

/** What the desk has said so far of the draft. */
export type DeskState = {
  readonly opened?: Opened | "missing";
  readonly findings: readonly Diagnostic[];
  readonly count: number;
  readonly own: readonly Suggestion[];
  /** What the draft said when it compiled last. */
  readonly seen?: Seen;
  /** The draft does not compile now: `seen` is of before. */
  readonly isStale: boolean;
  /** The last check took too long and was given up. */
  readonly gaveUp: boolean;
  readonly formatted?: Formatted;
};

export const nothingSaid: DeskState = {
  findings: [],
  count: 0,
  own: [],
  isStale: false,
  gaveUp: false,
};

export type Event = Answer | { readonly kind: "gaveUp" };

/** What is known after one more answer: what does not compile keeps what it said before. */
export function hear(state: DeskState, event: Event): DeskState {
  switch (event.kind) {
    case "gaveUp":
      return { ...state, gaveUp: true, isStale: state.seen !== undefined };
    case "open":
      return state.opened ? state : { ...state, opened: event.answer ?? "missing" };
    case "format":
      return { ...state, formatted: event.answer };
    case "look": {
      const { findings, count, own, seen } = event.answer;
      const said = { ...state, findings, count, own: own ?? state.own, gaveUp: false };
      return seen ? { ...said, seen, isStale: false } : { ...said, isStale: true };
    }
  }
}
