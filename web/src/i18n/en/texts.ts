import type { Words } from "../words.ts";
import type { texts as zh } from "../zh/texts.ts";

export const texts: Words<typeof zh> = {
  title: "Texts",
  lede: "The official texts that an operator has imported: searched by words, and held against the rules that cite them. None comes with this system.",
  alarms: "Texts have changed",
  alarmMeans:
    "The clause cited is no longer what it was. Somebody must look again at these rules, cases and stored answers.",
  alarmChanged: "The words of the clause that {{id}} cites have changed.",
  alarmGone: "The clause that {{id}} cites is no longer there.",
  touches:
    "Touches {{rules}} rules, {{cases}} cases, {{projects}} named projects, {{evaluations}} stored evaluations.",
  raisedAt: "Found {{at}}.",
  noneYet: "No text is imported yet",
  noneYetText:
    "An operator imports the official texts at the command line; they can then be searched and compared here:",
  command: "The command that imports texts",
  search: "Search the texts",
  find: "Words, with spaces between them",
  inDocument: "Text",
  allTexts: "All texts",
  go: "Search",
  nothing: "No text contains “{{words}}”",
  nothingText: "Use fewer words, or others.",
  found: "{{count}} clauses found, the nearest {{shown}} are shown",
  documents: "Texts",
  columns: {
    title: "Text",
    imported: "Imported",
    clauses: "Clauses",
    verified: "Citations agree",
    differs: "Citations differ",
    notImported: "Not yet checked",
  },
  notImported: "not imported",
  documentLede: "{{count}} clauses, {{cited}} of them cited; imported {{at}}.",
  readWhole: "Read this part",
  hits: "Finds",
  untitled: "(untitled)",
  citedBy: "cited {{count}}",
  below: "Below it",
  citing: "What cites it",
  citedByNone: "No rule cites this clause.",
  states: { verified: "as it was when cited", differs: "not as it was when cited: look again" },
  hash: "Hash of the clause",
};
