import type { Completion, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { Suggestion } from "../../../../src/rules/index.ts";
import { linesOf, type Speech } from "./describe.ts";
import { nameBefore, offeredAt } from "./names.ts";
import { spotAt } from "./spot.ts";

/** What the editor speaks from: it changes with the draft and with the reader's language. */
export type Offer = { readonly words: readonly Suggestion[]; readonly speech: Speech };

/** So much of the text before the cursor tells where it stands. */
const mostBefore = 8_000;

const rank: Readonly<Partial<Record<Suggestion["kind"], number>>> = {
  let: 4,
  parameter: 3,
  fact: 2,
  function: 1,
};

const completionOf = (suggestion: Suggestion, speech: Speech): Completion => ({
  label: suggestion.text,
  detail: suggestion.label[speech.locale],
  type: suggestion.kind,
  boost: rank[suggestion.kind] ?? 0,
  info: () => linesIn("cm-lines", linesOf(suggestion, speech)),
});

/** Lines as an element of their own each: nothing that a pack says is read as markup. */
export function linesIn(className: string, lines: readonly string[]): HTMLElement {
  const box = document.createElement("div");
  box.className = className;
  box.append(
    ...lines.map((line) => {
      const row = document.createElement("div");
      row.textContent = line;
      return row;
    }),
  );
  return box;
}

/** Whoever types Chinese looks for a name by what it is called. */
function byLabel(offered: readonly Suggestion[], name: string): readonly Suggestion[] | undefined {
  if (!/\p{Script=Han}/u.test(name)) return undefined;
  return offered.filter(({ label }) => label.zh.includes(name));
}

/** Offers names, options and units by their text, or by what they are called. */
export const completeFrom =
  (offer: () => Offer): CompletionSource =>
  ({ state, pos, explicit }): CompletionResult | null => {
    const before = state.sliceDoc(Math.max(0, pos - mostBefore), pos);
    const spot = spotAt(before);
    const name = nameBefore(before);
    if (!spot || (name === "" && !explicit && spot.kind !== "text")) return null;
    const { words, speech } = offer();
    const offered = offeredAt(words, spot, name);
    const called = byLabel(offered, name);
    const options = (called ?? offered).map((one) => completionOf(one, speech));
    const from = pos - name.length;
    return called ? { from, options, filter: false } : { from, options, validFor: /^[\w. ]*$/ };
  };
