import { availableParallelism, totalmem } from "node:os";
import { countFaults, type Fault } from "./fault.ts";
import type { FuzzFigures } from "./figures.ts";
import type { KillFigures } from "./kills.ts";
import type { MemoryFigures } from "./memory.ts";
import type { PropertyFigures } from "./properties.ts";
import type { Verdict } from "./verify.ts";

export type Section = {
  readonly title: string;
  readonly lines: readonly string[];
  /** What must not be was seen: the run ends as one that failed. */
  readonly isBroken?: boolean;
};

export const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
export const table = (rows: readonly string[]): string[] => [
  "| what | figure |",
  "| --- | --- |",
  ...rows,
];

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name}: ${count}`)
    .join(" · ");

const quoted = (text: string): string => text.replaceAll(/[`|<>\n\r]/g, " ");

const listOf = (faults: readonly string[]): string[] =>
  faults.slice(0, 20).map((fault) => `- ${quoted(fault)}`);

/** Every kind of fault with its count and one example; nothing where there is none. */
const tableOf = (faults: readonly Fault[]): string[] =>
  faults.length === 0
    ? []
    : [
        ...["", "| fault | count | for example |", "| --- | --- | --- |"],
        ...countFaults(faults).map(({ kind, count, example }) =>
          row(quoted(kind), count, quoted(example)),
        ),
      ];

type Fired = FuzzFigures & { readonly trail: Verdict };

/** From the first look at the memory to the last. */
const gainOf = ([first, ...later]: FuzzFigures["memory"]): number =>
  (later.at(-1)?.mb ?? 0) - (first?.mb ?? 0);

export function fuzzSection(engine: string, figures: Fired): Section {
  const { times, trail } = figures;
  return {
    title: `Requests whole and broken, ${engine}`,
    isBroken: figures.faults.length > 0 || !trail.isSound,
    lines: [
      ...table([
        row("requests", figures.requests),
        row("operations of the API", figures.operations),
        row("of these never granted", figures.neverGranted.map(quoted).join(", ") || "none"),
        row("asked by", figures.visitors.join(", ")),
        row("answers by status", listed(figures.byStatus)),
        row("requests by kind", listed(figures.byKind)),
        row(
          "batches of refused requests after which all rows were counted",
          figures.countedBatches,
        ),
        row("answers that named a budget (429, 503), by code", listed(figures.byBudget) || "none"),
        row("time, p50 / p95 / p99", `${times.p50} / ${times.p95} / ${times.p99} ms`),
        row("time, longest", `${times.max} ms`),
        ...figures.memory.map(({ after, mb }) => row(`memory after ${after} requests`, `${mb} MB`)),
        row("gained from the first to the last", `${gainOf(figures.memory)} MB`),
        row("most memory of the server's process", `${figures.peakMb} MB`),
        row("`zhibu db verify` after the last request", trail.isSound ? "sound" : "**unsound**"),
        row("faults", figures.faults.length),
      ]),
      "",
      "`cut`: a body above the limit is refused before it has come, and the connection ends;",
      "where the client still sends, the answer is lost with it. `sign_in_delayed` is the wait",
      "after wrong passwords, by account and by address, which no trial raises.",
      "",
      "The longest:",
      "",
      ...figures.slowest.map((line) => `- ${line}`),
      ...["", "What `zhibu db verify` says:", ""],
      ...trail.text.split("\n").map((line) => `- ${quoted(line).trim()}`),
      ...tableOf(figures.faults),
    ],
  };
}

export function memorySection({ starts, engine }: MemoryFigures): Section {
  const [first, second] = starts;
  const rows = [
    row("the whole server after its first start, which makes the database", `${first?.mb} MB`),
    row("most memory during that start", `${first?.peakMb} MB`),
    row("the whole server after its second start", `${second?.mb} MB`),
    row("a process before it opens the engine", `${engine.before} MB`),
    row("with the engine open, and PostGIS asked once", `${engine.open} MB`),
    row("of that: the memory of WebAssembly, the database's own", `${engine.heap} MB`),
    row("of that: files of the engine and of PostGIS, unpacked", `${engine.buffers} MB`),
  ];
  const why = [
    "The embedded engine is a PostgreSQL with PostGIS as WebAssembly; the rest of what it holds,",
    "its compiled code among it, is not told apart. All of it is there before the first request.",
  ];
  return { title: "Memory at rest, pglite", lines: [...table(rows), "", ...why] };
}

export function killSection(engine: string, figures: KillFigures): Section {
  const { lost, doubled, unsound } = figures;
  return {
    title: `Kills in the middle of writes, ${engine}`,
    isBroken: lost.length > 0 || doubled > 0 || unsound.length > 0,
    lines: [
      ...table([
        row("kill -9", figures.kills),
        row("of these, of the database", figures.ofDatabase),
        row("writes acknowledged", figures.acknowledged),
        row("writes cut off and asked again under their key", figures.askedAgain),
        row("acknowledged and lost", lost.length),
        row("written twice", doubled),
        row("`zhibu db verify` ran", figures.verified),
        row("and found fault", unsound.length),
        row("longest start after a kill", `${figures.slowestStartMs} ms`),
      ]),
      "",
      ...listOf([...lost, ...unsound]),
    ],
  };
}

export function propertySection(figures: readonly PropertyFigures[], of: string): Section {
  const rows = figures.map(({ file, name, runs, ms, failures }) => {
    const held = failures.length === 0 ? "held" : `**failed ${failures.length} times**`;
    return row(quoted(name), `\`${file}\``, runs, `${Math.round((ms * 1_000) / runs)} ms`, held);
  });
  return {
    title: of === "" ? "Properties" : `Properties of ${of}`,
    isBroken: figures.some(({ failures }) => failures.length > 0),
    lines: [
      "| property | where | runs | time for 1,000 | so |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
      "",
      ...listOf(figures.flatMap(({ failures }) => failures.map((text) => text.slice(0, 600)))),
    ],
  };
}

/** The sections of a report that a run of other parts left on the same day. */
function sectionsOf(report: string): Section[] {
  const [, ...texts] = report.split(/^## /m);
  return texts.map((text) => {
    const [title = "", ...lines] = text.trimEnd().split("\n");
    return { title, lines };
  });
}

/** The report of one day: what is measured again takes the place of what stood there. */
export function reportOf(day: string, fresh: readonly Section[], earlier: string): string {
  const kept = sectionsOf(earlier).filter(({ title }) => fresh.every((one) => one.title !== title));
  const sections = [...kept, ...fresh].sort((a, b) => (a.title < b.title ? -1 : 1));
  const memory = Math.round(totalmem() / 1_024 ** 3);
  const head = [
    `# Measured on ${day}`,
    "",
    "Written by `npm run soak`. Requests follow from a seed, so that a run can be repeated; times",
    `are those of a machine with ${availableParallelism()} cores and ${memory} GB that did other`,
    "work, too.",
  ];
  const parts = sections.flatMap(({ title, lines }) => ["", `## ${title}`, "", ...lines]);
  return `${[...head, ...parts]
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
