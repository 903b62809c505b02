import { accept, type Decision } from "../../base/decision.ts";
import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import {
  operator,
  peopleProblem,
  perform,
  type ActOf,
  type NotAllowed,
} from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import {
  inputMisuse,
  readInput,
  refusal,
  type Call,
  type Command,
  type Outcome,
} from "../../terminal/index.ts";
import {
  keepImport,
  listRegisters,
  listWaiting,
  prepareImport,
  prepareWithdrawal,
  readVersions,
  receiptOf,
  registerHistory,
  type PreparedImport,
  type VersionsAtHand,
} from "../actions.ts";
import type { RegisterLine, RegisterReceipt } from "../contract.ts";
import type { Book } from "../model/book.ts";
import type { PolicyRefusal } from "../model/refusals.ts";
import { historyText, receiptText, registerText } from "../model/registers-told.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const registerArgument = {
  name: "register",
  means: bilingual("名录的编号", "the id of the register"),
} as const;

const fileArgument = {
  name: "file",
  means: bilingual(
    "一行一个条目的文本；带数的名录用两列的 CSV，第一行写明单位",
    "a text with one entry a line; of figures a CSV of two columns whose first line names the unit",
  ),
} as const;

const issuerOption = {
  flags: "--issuer <name>",
  means: bilingual("谁发布的", "who issued it"),
} as const;

const dateOption = {
  flags: "--date <date>",
  means: bilingual(
    "文本的日期；没有就写 unknown",
    "the date of the text; unknown if it bears none",
  ),
} as const;

type Ask<Value> = {
  readonly act: ActOf<"corpus">;
  readonly id?: string;
  readonly work: (tx: Tx, book: Book) => Promise<Decision<Value, PolicyRefusal>>;
  readonly told: (value: Value, locale: Locale) => string;
};

/** One act on registers, by whoever may start the program. */
async function ask<Value>(
  context: CommandContext,
  call: Call,
  { act, id, work, told }: Ask<Value>,
): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  return context.withDb(async (db) => {
    const resource = { kind: "corpus", ...(id === undefined ? {} : { id }) } as const;
    const done = await perform<"corpus", Value, PolicyRefusal>(
      db,
      { caller: operator(), act, resource },
      (tx) => work(tx, book.value),
    );
    if (!done.ok) return refused(done.refusal);
    return { exit: 0, json: done.value, text: (locale) => told(done.value, locale) };
  });
}

const refused = (reason: PolicyRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : policyRefused(reason);

const optionOf = (call: Call, name: string, otherwise: string): string => {
  const said = call.options[name];
  return typeof said === "string" ? said : otherwise;
};

type Prepare = (book: Book, atHand: VersionsAtHand) => Decision<PreparedImport, PolicyRefusal>;
type Change = { readonly register: string; readonly prepare: Prepare };

/** What operators imported, as `work` reads it. */
const read = <Value>(db: Db, work: (tx: Tx) => Promise<Value>) =>
  perform<"corpus", Value, never>(
    db,
    { caller: operator(), act: "read", resource: { kind: "corpus" } },
    async (tx) => accept(await work(tx)),
  );

/**
 * Tries the law with a change and keeps it; then says what had waited for it. Compiling and
 * answering take seconds, and no transaction waits for them.
 */
async function change(
  db: Db,
  shipped: Book,
  { register, prepare }: Change,
): Promise<Decision<RegisterReceipt, PolicyRefusal | NotAllowed>> {
  const atHand = await read(db, readVersions);
  if (!atHand.ok) return atHand;
  const prepared = prepare(shipped, atHand.value);
  const resource = { kind: "corpus", id: register } as const;
  const kept = await perform<"corpus", PreparedImport, PolicyRefusal>(
    db,
    { caller: operator(), act: "import", resource },
    async (tx) => {
      if (!prepared.ok) return prepared;
      const done = await keepImport(tx, prepared.value);
      return done.ok ? prepared : done;
    },
  );
  if (!kept.ok) return kept;
  const waiting = await read(db, (tx) => listWaiting(tx, kept.value));
  return waiting.ok ? accept(receiptOf(kept.value, waiting.value)) : waiting;
}

async function runChange(context: CommandContext, call: Call, asked: Change): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  return context.withDb(async (db) => {
    const receipt = await change(db, book.value, asked);
    if (!receipt.ok) return refused(receipt.refusal);
    const { value } = receipt;
    return { exit: 0, json: value, text: (locale) => receiptText(value, locale) };
  });
}

async function runImport(context: CommandContext, call: Call): Promise<Outcome> {
  const [register = "", path = ""] = call.words;
  const input = await readInput(call.around.folder, path);
  if (!input.ok) return inputMisuse(input.refusal);
  const file = { name: path.split(/[\\/]/).at(-1) ?? path, text: input.value };
  const issuer = optionOf(call, "issuer", "");
  const dated = optionOf(call, "date", "unknown");
  const order = { register, issuer, dated, file, at: new Date().toISOString() };
  const prepare: Prepare = (book, atHand) => prepareImport(book, order, atHand);
  return runChange(context, call, { register, prepare });
}

function runWithdraw(context: CommandContext, call: Call): Promise<Outcome> {
  const [register = ""] = call.words;
  const order = { register, at: new Date().toISOString() };
  const prepare: Prepare = (book, atHand) => prepareWithdrawal(book, order, atHand);
  return runChange(context, call, { register, prepare });
}

const runShow = (context: CommandContext, call: Call): Promise<Outcome> => {
  const [register = ""] = call.words;
  return ask(context, call, {
    act: "read",
    id: register,
    work: (tx, book) => registerHistory(tx, book, register),
    told: historyText,
  });
};

const runList = (context: CommandContext, call: Call): Promise<Outcome> =>
  ask<readonly RegisterLine[]>(context, call, {
    act: "read",
    work: async (tx, book) => accept(await listRegisters(tx, book)),
    told: (lines, locale) => lines.map((line) => registerText(line, locale)).join("\n"),
  });

const means: Readonly<Record<"list" | "show" | "import" | "withdraw", Bilingual>> = {
  list: bilingual(
    "名录：录入了没有，哪些规则要看",
    "the registers: what is at hand, and who rests on it",
  ),
  show: bilingual("一份名录历次的内容", "one register, with all its versions"),
  import: bilingual(
    "录入一份名录，并重算等它的答案",
    "import a register and answer anew what waited",
  ),
  withdraw: bilingual("撤下录入的名录", "take an imported register back"),
};

/** `zhibu register list|show|import|withdraw`. */
export const registerCommands = (context: CommandContext): Command[] => [
  {
    name: "register list",
    means: means.list,
    options: [packOption],
    run: (call) => runList(context, call),
  },
  {
    name: "register show",
    means: means.show,
    takes: [registerArgument],
    options: [packOption],
    run: (call) => runShow(context, call),
  },
  {
    name: "register import",
    means: means.import,
    takes: [registerArgument, fileArgument],
    options: [issuerOption, dateOption, packOption],
    run: (call) => runImport(context, call),
  },
  {
    name: "register withdraw",
    means: means.withdraw,
    takes: [registerArgument],
    options: [packOption],
    run: (call) => runWithdraw(context, call),
  },
];
