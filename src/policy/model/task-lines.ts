import { citationLabel, type Book } from "./book.ts";
import { organisation } from "./measure-pages.ts";
import type { CampaignList, TaskLine, TaskList, TaskQuery } from "../contract.ts";
import type { Campaign, Citation, Duty, Measure, RenewalPath, Task } from "../../rules/index.ts";

type Titled = TaskLine["owners"][number];

const citation = (book: Book, cite: Citation): TaskLine["cite"] => ({
  ...cite,
  label: citationLabel(book, cite.document, cite.item),
});

const documentOf = ({ source }: Book, id: string) =>
  source.documents.find(({ value }) => value.id === id)?.value;

/** The last day of a month is the day before the next one begins. */
const lastOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The last day that a due date leaves: "2021-12" leaves the whole of December. */
export function lastDayOf(due: string): string | null {
  const [year, month, day] = due.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return null;
  return day === undefined ? lastOfMonth(year, month ?? 12) : due;
}

/** A group of a document is one of its mechanisms. */
function groupOf(book: Book, document: string, id: string): Titled | null {
  const found = documentOf(book, document)?.mechanisms.find((one) => one.id === id);
  return found ? { id, title: found.title } : null;
}

type Work = Pick<Task, "id" | "title" | "cite"> & { readonly group: string };

type Filed = { readonly kind: TaskLine["kind"]; readonly today: string };

function workLine(book: Book, work: Work & Duty, { kind, today }: Filed): TaskLine {
  const { id, title, cite, group, owner, deliverable, due, state, served_by: servedBy } = work;
  const lastDay = lastDayOf(due);
  return {
    id,
    kind,
    title,
    cite: citation(book, cite),
    group: groupOf(book, cite.document, group),
    owners: owner.map((one) => organisation(book, one)),
    deliverable,
    due,
    lastDay,
    past: lastDay !== null && lastDay < today,
    state,
    shownBy: [],
    ...(servedBy === undefined ? {} : { servedBy }),
  };
}

const taskLine = (book: Book, task: Task, today: string): TaskLine => ({
  ...workLine(book, task, { kind: "task", today }),
  shownBy: (task.shown_by ?? []).map((one) => citation(book, one)),
});

function dutyLine(book: Book, measure: Measure, today: string): TaskLine[] {
  const { id, title, cite, mechanism, duty } = measure;
  if (!duty) return [];
  const work = { id, title, cite, group: mechanism, ...duty };
  return [workLine(book, work, { kind: "duty", today })];
}

/** By the last day that is left; what has no date comes last, in the order of the pack. */
const byDay = (a: TaskLine, b: TaskLine): number =>
  a.lastDay === b.lastDay ? 0 : (a.lastDay ?? "~") < (b.lastDay ?? "~") ? -1 : 1;

/** Every task and every duty of the pack, by due date. */
export function taskLines(book: Book, today: string): TaskLine[] {
  const { tasks, measures } = book.source;
  return [
    ...tasks.map(({ value }) => taskLine(book, value, today)),
    ...measures.flatMap(({ value }) => dutyLine(book, value, today)),
  ].sort(byDay);
}

/** Whether a task is due in the year, in the month, or on the day that is asked for. */
const isDueIn = ({ due }: TaskLine, wanted: string): boolean =>
  due === wanted || due.startsWith(`${wanted}-`);

function isWanted(line: TaskLine, query: TaskQuery): boolean {
  const { owner, document, state, kind, due } = query;
  return (
    (owner === undefined || line.owners.some(({ id }) => id === owner)) &&
    (document === undefined || line.cite.document === document) &&
    (state === undefined || line.state === state) &&
    (kind === undefined || line.kind === kind) &&
    (due === undefined || isDueIn(line, due))
  );
}

const onceEach = (titled: readonly Titled[]): Titled[] => [
  ...new Map(titled.map((one) => [one.id, one])).values(),
];

/** The tasks that are wanted, and what one may ask for. */
export function taskList(book: Book, query: TaskQuery, today: string): TaskList {
  const all = taskLines(book, today);
  const documents = all.map(({ cite: { document: id } }) => ({
    id,
    title: documentOf(book, id)?.title ?? { zh: id, en: id },
  }));
  return {
    tasks: all.filter((line) => isWanted(line, query)),
    owners: onceEach(all.flatMap(({ owners }) => owners)),
    documents: onceEach(documents),
    total: all.length,
  };
}

function pathLine(book: Book, path: RenewalPath | Campaign): CampaignList["paths"][number] {
  const { id, title, cite, summary, made_by: makers, carried_out_by: doers } = path;
  return {
    id,
    title,
    cite: citation(book, cite),
    summary,
    madeBy: makers.map((one) => organisation(book, one)),
    carriedOutBy: doers.map((one) => organisation(book, one)),
  };
}

type Where = CampaignList["campaigns"][number]["where"];

function whereOf({ program }: Book, where: Campaign["where"]): Where {
  return Object.entries(where).flatMap(([fact, ids]) => {
    const definition = program.facts[program.factById.get(fact) ?? -1]?.definition;
    if (!definition) return [];
    const options = (definition.options ?? []).filter(({ id }) => ids.includes(id));
    const titled = options.map(({ id, label }) => ({ id, title: label }));
    return [{ fact, label: definition.label, options: titled }];
  });
}

/** What documents set out to reach, and the ways by which they want to. */
export function campaignList(book: Book): CampaignList {
  const { campaigns, paths } = book.source;
  return {
    campaigns: campaigns.map(({ value }) => ({
      ...pathLine(book, value),
      where: whereOf(book, value.where),
      targets: value.targets,
    })),
    paths: paths.map(({ value }) => pathLine(book, value)),
  };
}
