import type { Tree } from "@lezer/common";
import { ContextTracker } from "@lezer/lr";
import { parser } from "lezer-feel";

/** What lezer-feel's tokenizers ask of their context: no name is known before, so none may hold
 * spaces. */
const nothingKnown = {
  tokens: [] as readonly string[],
  contextCache: () => ({ keys: new Set<string>(), prefixes: new Set<string>() }),
};

/** The grammar without its own tracker of variables: one text then always gives one tree. */
export const feelGrammar = parser.configure({
  top: "Expression",
  contextTracker: new ContextTracker({ start: nothingKnown, strict: false }),
});

export const parseFeel = (text: string): Tree => feelGrammar.parse(text);
