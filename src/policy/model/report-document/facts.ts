import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { FactRow } from "../../contract.ts";
import { subjectName, type Desk } from "./given.ts";
import { paragraph, plain, table, type Cell, type Part } from "./parts.ts";
import { provenanceText, statedText } from "./values.ts";
import { sourceWords } from "./words.ts";

/** Facts of an area with thousands of buildings fill no paper. */
const rowsMax = 200;

/** Other sources that said something else and were not followed. */
function losersText(desk: Desk, { fact, losers = [] }: FactRow): string[] {
  return losers.map(({ value, source }) => {
    const name = desk.say(sourceWords[source]);
    const other = statedText(desk, fact, { state: "known", value });
    const { zh, en } = bilingual(
      `${name}另记为 ${other}，未采用`,
      `${name} says ${other}, not used`,
    );
    return { zh, en }[desk.locale];
  });
}

/** What follows from leaving a topic aside is counted, not listed: nobody stated each of it. */
const isLeftAside = ({ state, reason }: FactRow): boolean =>
  state === "not_applicable" && typeof reason === "object";

type Counted = { readonly stated: number; readonly cut: number; readonly aside: number };

const none = bilingual("没有任何事实：都记为未知。", "No facts: all are unknown.");
const cutText = (count: number): Bilingual =>
  bilingual(`另有 ${count} 项事实，本表从略。`, `${count} more facts are left out of this table.`);
const asideText = (count: number): Bilingual =>
  bilingual(
    `另有 ${count} 项事实，答题人称这次不涉及或图层没有说明。`,
    `${count} more facts are not part of the project, or the map does not speak of them.`,
  );

/** What the table does not show is told over it: beneath it might stand alone on a page. */
const notesOf = ({ stated, cut, aside }: Counted): Bilingual[] => [
  ...(stated === 0 ? [none] : []),
  ...(cut > 0 ? [cutText(cut)] : []),
  ...(aside > 0 ? [asideText(aside)] : []),
];

/** A fact with what is stated of it, and what other sources said instead. */
const rowOf = (desk: Desk, row: FactRow): Cell[] => [
  plain(desk.say(row.label)),
  plain(subjectName(desk, row.subject)),
  [
    { text: statedText(desk, row.fact, row) },
    ...losersText(desk, row).map((text) => ({ text, tone: "faint" as const })),
  ],
  plain(provenanceText(desk, row)),
];

/** Every fact of the case with its source: the paper stands on these and on nothing else. */
export function factParts(desk: Desk): Part[] {
  const { facts } = desk.given.answers;
  const stated = facts.filter((row) => !isLeftAside(row));
  const rows = stated.slice(0, rowsMax).map((row) => rowOf(desk, row));
  const columns = [
    { title: desk.word("fact"), share: 34 },
    { title: desk.word("subject"), share: 15 },
    { title: desk.word("value"), share: 29 },
    { title: desk.word("provenance"), share: 22 },
  ];
  const notes = notesOf({
    stated: stated.length,
    cut: stated.length - rows.length,
    aside: facts.length - stated.length,
  });
  return [
    ...notes.map((note) => paragraph(desk.say(note), "note")),
    ...(rows.length > 0 ? [table(columns, rows, "small")] : []),
  ];
}
