import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Locale } from "../../../../src/base/message.ts";
import type { Diagnostic, Suggestion } from "../../../../src/rules/index.ts";
import { completeFrom, linesIn, type Offer } from "./complete.ts";
import { linesOf } from "./describe.ts";
import { marksOf, rangeOf } from "./findings.ts";
import { policyLanguage } from "./language.ts";
import { nameAt } from "./names.ts";
import { editorTheme } from "./theme.ts";

export type Told = {
  readonly changed: (text: string) => void;
  /** The known name at the cursor, for whoever hovers over nothing. */
  readonly named: (suggestion: Suggestion | undefined) => void;
};

/** What the editor itself says to a screen reader. */
export type Spoken = {
  readonly label: string;
  readonly phrases: Readonly<Record<string, string>>;
};

export type Editor = {
  readonly write: (text: string) => void;
  readonly show: (findings: readonly Diagnostic[], locale: Locale) => void;
  readonly goTo: (finding: Diagnostic) => void;
  readonly speak: (spoken: Spoken) => void;
  readonly close: () => void;
};

type Mount = {
  readonly text: string;
  readonly offer: () => Offer;
  readonly told: Told;
  readonly spoken: Spoken;
};

function nameUnder(view: EditorView, at: number, offer: () => Offer) {
  const line = view.state.doc.lineAt(at);
  const found = nameAt(offer().words, line.text, at - line.from);
  return found && { ...found, from: line.from + found.from, to: line.from + found.to };
}

const hover = (offer: () => Offer): Extension =>
  hoverTooltip((view, at) => {
    const found = nameUnder(view, at, offer);
    if (!found) return null;
    const lines = linesOf(found.suggestion, offer().speech);
    return { pos: found.from, end: found.to, create: () => ({ dom: linesIn("cm-name", lines) }) };
  });

const tells = ({ offer, told }: Mount): Extension =>
  EditorView.updateListener.of(({ docChanged, selectionSet, state, view }) => {
    if (docChanged) told.changed(state.doc.toString());
    if (!docChanged && !selectionSet) return;
    told.named(nameUnder(view, state.selection.main.head, offer)?.suggestion);
  });

const speaking = ({ label, phrases }: Spoken): Extension => [
  EditorState.phrases.of(phrases),
  EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
];

/** The rules are what a draft is for: the editor begins where they begin. */
const startOf = (text: string): number => Math.max(0, text.search(/^rules:/m));

/** Tab leaves the editor, as it leaves every field: it is never a key that writes. */
const keys = keymap.of([
  ...closeBracketsKeymap,
  ...completionKeymap,
  ...defaultKeymap,
  ...historyKeymap,
  ...lintKeymap,
]);

/**
 * Opens the editor inside a shadow root: there its styles are adopted sheets, which the security
 * policy lets be, while a style element in the page would be forbidden.
 */
export function mountEditor(host: HTMLElement, mount: Mount): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const language = new Compartment();
  const start = startOf(mount.text);
  const view = new EditorView({
    root,
    parent: root,
    scrollTo: EditorView.scrollIntoView(start, { y: "start" }),
    state: EditorState.create({
      doc: mount.text,
      selection: { anchor: start },
      extensions: [
        [lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine()],
        [bracketMatching(), closeBrackets(), EditorView.lineWrapping, keys],
        autocompletion({ override: [completeFrom(mount.offer)], icons: false }),
        [policyLanguage, editorTheme, hover(mount.offer), tells(mount)],
        language.of(speaking(mount.spoken)),
      ],
    }),
  });
  return actsOn(view, language);
}

const actsOn = (view: EditorView, language: Compartment): Editor => ({
  write: (text) => {
    if (text === view.state.doc.toString()) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  },
  show: (findings, locale) => {
    view.dispatch(setDiagnostics(view.state, [...marksOf(view.state.doc, findings, locale)]));
  },
  goTo: (finding) => {
    const { from } = rangeOf(view.state.doc, finding);
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from) });
    view.focus();
  },
  speak: (spoken) => {
    view.dispatch({ effects: language.reconfigure(speaking(spoken)) });
  },
  close: () => view.destroy(),
});
