import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { readReform } from "../../packs/index.ts";
import {
  compile,
  evaluateAll,
  libraryOf,
  reformed,
  rowsOf,
  simulate,
  tally,
  type LibraryVerdicts,
  type Located,
  type Reform,
  type Simulation,
} from "../../rules/index.ts";
import {
  inputMisuse,
  misuse,
  readInput,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import type { Book } from "../model/book.ts";
import { groupTold, simulationText } from "../model/simulation-text.ts";
import {
  asOfOption,
  bookFor,
  brokenPack,
  factsArgument,
  packOption,
  type CommandContext,
} from "./context.ts";
import { asOfCall, casesOfCall } from "./evaluate.ts";
import { groupOfCall } from "./library-orders.ts";

/** A library under the law as it is, and the fact by which its cases are grouped. */
export type Given = {
  readonly book: Book;
  readonly base: LibraryVerdicts;
  readonly by: number | undefined;
};

export const libraryOptions = [
  { flags: "--library <file>", means: bilingual("案例库文件", "the file of a library") },
  { flags: "--projects", means: bilingual("用具名项目", "the named projects") },
  { flags: "--by <fact>", means: bilingual("按哪个事实分组", "the fact to group cases by") },
  asOfOption,
  packOption,
] as const;

export const libraryArguments = [{ ...factsArgument, many: true }] as const;

/** What a call is about: its cases, answered by the law as it is. */
export async function givenOfCall(
  context: CommandContext,
  call: Call,
): Promise<Decision<Given, Outcome>> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf;
  const book = await bookFor(context, call);
  if (!book.ok) return book;
  const group = groupOfCall(book.value, call);
  if (!group.ok) return group;
  const { library } = call.options;
  const words = typeof library === "string" ? [...call.words, library] : call.words;
  const cases = await casesOfCall(book.value, { ...call, words });
  if (!cases.ok) return cases;
  const { program } = book.value;
  const base = evaluateAll(program, libraryOf(program, cases.value), { asOf: asOf.value });
  const by = group.value === null ? undefined : program.factById.get(group.value);
  return accept({ book: book.value, base, by });
}

async function reformOfCall(call: Call): Promise<Decision<Located<Reform>, Outcome>> {
  const { reform: path } = call.options;
  if (typeof path !== "string") {
    const said = bilingual("要用 --reform 给出改革文件", "name a reform by --reform");
    return refuse(misuse("reform_missing", said));
  }
  const text = await readInput(call.around.folder, path);
  if (!text.ok) return refuse(inputMisuse(text.refusal));
  const read = readReform(path, text.value);
  return read.ok ? read : refuse(brokenPack(read.refusal));
}

/** The law as a reform would have it, over a library. */
function simulationOf({ book, base }: Given, reform: Located<Reform>) {
  const source = reformed(book.source, reform);
  if (!source.ok) return refuse(brokenPack(source.refusal));
  const program = compile(source.value);
  return program.ok ? accept(simulate(base, program.value)) : refuse(brokenPack(program.refusal));
}

const told = (simulation: Simulation, { book, by }: Given, reform: Reform): Outcome => {
  const sums = tally(simulation, by);
  return {
    exit: 0,
    json: {
      reform: { id: reform.id, title: reform.title },
      asOf: simulation.base.asOf,
      total: groupTold(sums.total),
      groups: sums.groups.map(groupTold),
      rows: [...rowsOf(simulation)],
    },
    text: (locale) => `${reform.title[locale]}\n${simulationText(sums, book.program, locale)}`,
  };
};

/** `zhibu simulate`: who fares otherwise under a reform, by how much, and why. */
export async function runSimulate(context: CommandContext, call: Call): Promise<Outcome> {
  const reform = await reformOfCall(call);
  if (!reform.ok) return reform.refusal;
  const given = await givenOfCall(context, call);
  if (!given.ok) return given.refusal;
  const simulation = simulationOf(given.value, reform.value);
  return simulation.ok
    ? told(simulation.value, given.value, reform.value.value)
    : simulation.refusal;
}

/** `zhibu simulate`. */
export const simulateCommand = (context: CommandContext): Command => ({
  name: "simulate",
  means: bilingual(
    "试算一项改革：谁新适用、谁不再适用，面积和资金变多少，因为什么",
    "try out a reform: who gains, who loses, how much floor area and money, and why",
  ),
  takes: libraryArguments,
  options: [
    { flags: "--reform <file>", means: bilingual("改革文件（yaml）", "the reform (yaml)") },
    ...libraryOptions,
  ],
  run: (call) => runSimulate(context, call),
});
