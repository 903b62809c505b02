import { isAbsolute, join } from "node:path";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual } from "../../base/message.ts";
import { makesGroups } from "../../rules/index.ts";
import { misuse, type Call, type Outcome } from "../../terminal/index.ts";
import { cutFile } from "../actions/cut-file.ts";
import type { RunOrder } from "../actions/library-runs.ts";
import type { Book } from "../model/book.ts";
import { cutNumbers } from "../model/library-source.ts";
import { policyRefused } from "./context.ts";
import { asOfCall } from "./evaluate.ts";

/** So many synthetic cases, or bytes of a file, make a partition unless it is said. */
const usualCases = 50_000;
const usualBytes = 64 * 1024 * 1024;
const casesMax = 1_000_000_000;

/** A whole number above zero that an option may name; undefined where it is absent. */
export function wholeOption(call: Call, name: string): Decision<number | undefined, Outcome> {
  const said = call.options[name];
  if (typeof said !== "string") return accept(undefined);
  const number = Number(said);
  if (/^\d+$/.test(said) && number > 0 && number <= casesMax) return accept(number);
  const zh = `--${name} 要写 1 到 ${casesMax} 的整数，写的是 ${said}`;
  const en = `--${name} takes a whole number from 1 to ${casesMax}, not ${said}`;
  return refuse(misuse("number_invalid", { zh, en }));
}

/** The fact by which a call groups cases, by its id. */
export function groupOfCall(book: Book, call: Call): Decision<string | null, Outcome> {
  const by = call.options["by"];
  if (typeof by !== "string") return accept(null);
  const index = book.program.factById.get(by);
  if (index !== undefined && makesGroups(book.program, index)) return accept(by);
  return refuse(policyRefused({ code: "library_group_unusable", fact: by }));
}

type Source = Pick<RunOrder, "source" | "parts">;

/** Where the cases of a call are, and how they are cut. */
async function sourceOf(call: Call): Promise<Decision<Source, Outcome>> {
  const parts = wholeOption(call, "partitions");
  if (!parts.ok) return parts;
  const cases = wholeOption(call, "synthetic");
  if (!cases.ok) return cases;
  const [path] = call.words;
  if ((path === undefined) === (cases.value === undefined)) {
    const zh = "要给出一个案例库文件，或用 --synthetic 说明合成多少个案例，二者取一";
    const en =
      "name the file of a library, or say by --synthetic how many cases to make: one of the two";
    return refuse(misuse("library_unnamed", { zh, en }));
  }
  return path === undefined
    ? accept(syntheticOf(call, cases.value!, parts.value))
    : fileOf(call, path, parts.value);
}

function syntheticOf(call: Call, cases: number, parts: number | undefined): Source {
  const seed = String(call.options["seed"]);
  const cut = cutNumbers(cases, parts ?? Math.ceil(cases / usualCases));
  return { source: { kind: "synthetic", seed, cases }, parts: cut };
}

async function fileOf(
  call: Call,
  named: string,
  parts: number | undefined,
): Promise<Decision<Source, Outcome>> {
  const path = isAbsolute(named) ? named : join(call.around.folder, named);
  call.around.say(bilingual(`通读并切分 ${path}`, `reading ${path} to cut it`));
  const cut = await cutFile(path, { bytes: usualBytes, parts });
  if (!cut.ok) return refuse(policyRefused(cut.refusal));
  const { bytes } = cut.value;
  return accept({ source: { kind: "file", path, bytes }, parts: cut.value.parts });
}

export type OrderOfCall = Omit<RunOrder, "createdBy" | "at">;

/** Everything that a call says of a run, or what is wrong with it. */
export async function orderOfCall(book: Book, call: Call): Promise<Decision<OrderOfCall, Outcome>> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf;
  const by = groupOfCall(book, call);
  if (!by.ok) return by;
  const source = await sourceOf(call);
  if (!source.ok) return source;
  return accept({
    pack: book.source.manifest.id,
    encoding: book.program.encoding,
    asOf: asOf.value,
    by: by.value,
    keepsGoodRows: call.options["goodRows"] === true,
    ...source.value,
  });
}
