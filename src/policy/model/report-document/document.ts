import { civilDateIn } from "../../../base/date.ts";
import { bilingual, type Bilingual } from "../../../base/message.ts";
import { grouped } from "../../../base/format.ts";
import { headings } from "../wording.ts";
import { sectionsOf, withoutEmptyCeilings, type Sections } from "../../../rules/index.ts";
import { conclusionParts } from "./conclusion.ts";
import { factParts } from "./facts.ts";
import { combinationParts, dutyParts } from "./follow-ups.ts";
import { clauseLabel, deskOf, type Desk, type ReportGiven } from "./given.ts";
import { openParts } from "./open.ts";
import { fields, heading, paragraph, type Part, type ReportDocument } from "./parts.ts";
import { appliesParts, conditionalParts, otherParts } from "./policies.ts";
import { clipped, printablePart } from "./text.ts";
import { words } from "./words.ts";

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

type Chapter = { readonly title: keyof typeof words; readonly parts: readonly Part[] };
type Numbering = (index: number) => Bilingual;

const bodyNumber: Numbering = (index) => bilingual(`${numerals[index]}、`, `${index + 1}. `);
const annexNumber: Numbering = (index) =>
  bilingual(`附${numerals[index]}　`, `Annex ${index + 1}. `);

/** Chapters that have something to say, numbered in the manner of each language. */
const numbered = (desk: Desk, chapters: readonly Chapter[], numberOf: Numbering): Part[] =>
  chapters
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ title, parts }, index) => [
      heading(`${desk.say(numberOf(index))}${desk.word(title)}`),
      ...parts,
    ]);

/** What the report is about and what it stands on. */
function identityParts(desk: Desk): Part[] {
  const { answers, book, createdAt, kept } = desk.given;
  const dayOf = (instant: string): string =>
    civilDateIn(book.source.manifest.zone, new Date(instant));
  const { place, report } = answers;
  const where = desk.list(place.path.map(desk.say));
  const area = place.areaM2 === undefined ? "" : `${grouped(place.areaM2)} m²`;
  const encoding = desk.aside(report.pack, report.encoding.slice(0, 8));
  const rows: [string, string][] = [
    [desk.word("about"), desk.say(place.title)],
    [desk.word("where"), where],
    [desk.word("area"), area],
    [desk.word("lawDate"), report.asOf],
    [desk.word("basis"), desk.list([encoding, `${desk.say(headings.engine)} ${report.engine}`])],
    [desk.word("taken"), dayOf(createdAt)],
    [desk.word("number"), kept?.number ?? desk.word("notStored")],
    [desk.word("kept"), kept ? desk.aside(kept.address, dayOf(kept.until)) : ""],
  ];
  return [fields(rows.filter(([, text]) => text !== ""))];
}

/** The clauses that apply, where their official text is at hand. */
function clauseParts(desk: Desk, { applies }: Sections): Part[] {
  const { clauses } = desk.given;
  const cited = new Map(applies.map(({ first }) => [first.measure, first]));
  return [...cited].flatMap(([measure, { cite }]) => {
    const clause = clauses.find(
      ({ document, item }) => document === cite.document && item === String(cite.item),
    );
    if (!clause) return [];
    const isSame = desk.measures.get(measure)?.cite.sha256 === clause.sha256;
    return [
      paragraph(`${clauseLabel(desk, cite)}${clause.text.replaceAll(/\s+/g, " ").trim()}`, "note"),
      ...(isSame ? [] : [paragraph(desk.word("clauseChanged"), "notice")]),
    ];
  });
}

const signatures = (desk: Desk): Part[] => [
  {
    kind: "signatures",
    names: [desk.word("prepared"), desk.word("reviewed"), desk.word("issued")],
    day: desk.word("day"),
  },
  paragraph(desk.word("unsigned"), "note"),
];

/** What is signed stands in front; what it rests on follows, to be looked up. */
function partsOf(desk: Desk): Part[] {
  const { report } = desk.given.answers;
  const sections = sectionsOf(report);
  const body: Chapter[] = [
    { title: "conclusion", parts: conclusionParts(desk, sections) },
    { title: "signing", parts: signatures(desk) },
  ];
  const annexes: Chapter[] = [
    { title: "applies", parts: appliesParts(desk, sections.applies) },
    { title: "duties", parts: dutyParts(desk, sections) },
    { title: "undecided", parts: conditionalParts(desk, sections.undecided) },
    { title: "open", parts: openParts(desk, sections.undecided) },
    { title: "combinations", parts: combinationParts(desk, sections) },
    { title: "not", parts: otherParts(desk, sections.not) },
    { title: "exploratory", parts: conditionalParts(desk, sections.exploratory) },
    { title: "facts", parts: factParts(desk) },
    { title: "clauses", parts: clauseParts(desk, sections) },
  ];
  return [
    ...(report.synthetic ? [paragraph(desk.word("synthetic"), "notice")] : []),
    ...identityParts(desk),
    ...numbered(desk, body, bodyNumber),
    ...numbered(desk, annexes, annexNumber),
  ];
}

/** Characters that some system takes in no file name. */
const unnameable = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;

function fileNameOf(desk: Desk): string {
  const { place, report } = desk.given.answers;
  const name = desk.say(place.title).replaceAll(unnameable, " ").trim().slice(0, 60);
  return [desk.word("title"), name, report.asOf].filter(Boolean).join("-");
}

/** The report of an evaluation as a paper, from which Word and PDF are written. */
export function reportDocument(given: ReportGiven): ReportDocument {
  const { report } = given.answers;
  const shown = withoutEmptyCeilings(report, deskOf(given, words).facts);
  const desk = deskOf({ ...given, answers: { ...given.answers, report: shown } }, words);
  const { kept } = given;
  const number = desk.named(desk.word("number"), kept?.number ?? desk.word("notStored"));
  return {
    locale: given.locale,
    title: desk.word("title"),
    subtitle: clipped(desk.say(given.answers.place.title)),
    header: [`${desk.word("title")}　${number}`, ...(kept ? [kept.address] : [])],
    ...(report.synthetic ? { mark: desk.word("synthetic") } : {}),
    createdAt: given.createdAt,
    fileName: fileNameOf(desk),
    parts: partsOf(desk).map(printablePart),
  };
}
