import { EditorView } from "@codemirror/view";

const mono =
  'ui-monospace, "SFMono-Regular", "Noto Sans Mono", "Noto Sans CJK SC", "PingFang SC", monospace';

const popup = {
  border: "1px solid var(--rule-2)",
  borderRadius: "var(--r)",
  background: "var(--sheet)",
  color: "var(--ink)",
  boxShadow: "var(--lift)",
  fontFamily: "var(--sans)",
  fontSize: "13px",
};

const selections =
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, " +
  ".cm-selectionBackground";

/** The page's own tokens reach into the editor: both themes follow them without a word here. */
export const editorTheme = EditorView.theme({
  "&": {
    height: "100%",
    background: "var(--sheet)",
    color: "var(--ink)",
    fontSize: "14px",
  },
  "&.cm-focused": { outline: "none" }, // the frame around it shows the focus
  ".cm-scroller": { fontFamily: mono, lineHeight: "1.7" },
  ".cm-content": { caretColor: "var(--ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    background: "var(--sheet)",
    color: "var(--ink-3)",
    border: "0",
    borderRight: "1px solid var(--rule)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--well)" },
  [selections]: { background: "var(--indigo-wash)" },
  ".cm-matchingBracket": { background: "none", outline: "1px solid var(--edge)" },
  ".cm-tooltip": popup,
  ".cm-tooltip-hover": { maxWidth: "min(420px, 86vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: mono, maxHeight: "16em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--indigo-wash)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": {
    color: "var(--ink-2)",
    fontFamily: "var(--sans)",
    fontStyle: "normal",
  },
  ".cm-completionMatchedText": { color: "var(--indigo)", textDecoration: "underline" },
  ".cm-completionInfo, .cm-name": { padding: "6px 10px", lineHeight: "1.6" },
  ".cm-diagnostic": { padding: "6px 10px", borderLeft: "4px solid var(--stop)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--maybe)" },
});
