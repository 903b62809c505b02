import { accept, refuse, type Decision } from "../../base/decision.ts";
import { isCivilDate } from "../../base/date.ts";
import { bilingual, type Bilingual } from "../../base/message.ts";
import {
  evaluate,
  nearest,
  readCase,
  registerUses,
  renderDiagnostic,
  type Case,
  type Register,
  type RuleVerdict,
} from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import { appendEvent } from "../../store/event.ts";
import { sha256Hex } from "../../store/hash.ts";
import type { RegisterLine, RegisterReceipt } from "../contract.ts";
import { citationLabel, dictionaryOf, type Book } from "../model/book.ts";
import { organisation } from "../model/measure-pages.ts";
import type { RegisterRefusal } from "../model/refusals.ts";
import type { RegisterHistory } from "../model/registers-told.ts";
import { readRegister } from "../model/register-text.ts";
import { lawWith, type RegisterVersion } from "../model/register.ts";
import {
  appendVersion,
  evaluationsWaiting,
  versionsInForce,
  versionsOf,
  type KeptVersion,
} from "../store/registers.ts";

/** What an operator hands in: who issued it, of which day, and the file. */
export type RegisterOrder = {
  readonly register: string;
  readonly issuer: string;
  /** "YYYY-MM-DD" or unknown. */
  readonly dated: string;
  readonly file: { readonly name: string; readonly text: string };
  readonly at: string;
};

/** So many stored evaluations are answered anew for the receipt; the others when they are opened. */
const mostAnew = 200;

function registerOf(book: Book, id: string): Decision<Register, RegisterRefusal> {
  const registers = book.source.registers.map(({ value }) => value);
  const found = registers.find((register) => register.id === id);
  if (found) return accept(found);
  const ids = registers.map((register) => register.id);
  return refuse({ code: "register_missing", register: id, nearest: nearest(id, ids) ?? "" });
}

/** The version that a file makes: read, and of an issuer and a day. */
function versionOf(
  book: Book,
  order: RegisterOrder,
): Decision<Omit<KeptVersion, "version">, RegisterRefusal> {
  const { issuer, dated, file, at } = order;
  const register = registerOf(book, order.register);
  if (!register.ok) return register;
  if (issuer.trim() === "") return refuse({ code: "register_issuer_missing" });
  if (dated !== "unknown" && !isCivilDate(dated)) {
    return refuse({ code: "register_date_invalid", date: dated });
  }
  const dictionary = dictionaryOf(book);
  const asked = registerUses(book.program).get(register.value.id)?.facts ?? [];
  const facts = asked.flatMap((id) => dictionary.get(id) ?? []);
  const content = readRegister({ text: file.text, register: register.value, facts });
  if (!content.ok) return content;
  const source = { name: file.name, sha256: sha256Hex(file.text) };
  const head = { register: order.register, state: "imported", issuer, dated } as const;
  return accept({ ...head, ...content.value, source, importedAt: at });
}

/**
 * Puts a register in force, whole or not at all, and says what waited for it. Stored evaluations
 * stay as they were answered; whoever opens one is told what is settled since.
 */
export async function importRegister(
  tx: Tx,
  shipped: Book,
  order: RegisterOrder,
): Promise<Decision<RegisterReceipt, RegisterRefusal>> {
  const version = versionOf(shipped, order);
  if (!version.ok) return version;
  return putInForce(tx, shipped, version.value);
}

/** Takes a register back: it is empty as the pack ships it, and what reads it is open again. */
export async function withdrawRegister(
  tx: Tx,
  shipped: Book,
  { register: id, at }: { readonly register: string; readonly at: string },
): Promise<Decision<RegisterReceipt, RegisterRefusal>> {
  const register = registerOf(shipped, id);
  if (!register.ok) return register;
  const { issuer, date } = register.value;
  const head = { register: id, state: "empty", issuer, dated: date, entries: [] } as const;
  return putInForce(tx, shipped, { ...head, source: undefined, importedAt: at });
}

async function putInForce(
  tx: Tx,
  shipped: Book,
  version: Omit<KeptVersion, "version">,
): Promise<Decision<RegisterReceipt, RegisterRefusal>> {
  const { register, importedAt } = version;
  const others = (await versionsInForce(tx)).filter((one) => one.register !== register);
  const laws = [
    withFit(shipped, others, register),
    withFit(shipped, [...others, version], register),
  ];
  const [before, after] = laws;
  if (!before?.ok) return before as Decision<never, RegisterRefusal>;
  if (!after?.ok) return after as Decision<never, RegisterRefusal>;
  const shift: Shift = { before: before.value, after: after.value, register };
  const limit = mostAnew + 1;
  const waiting = await evaluationsWaiting(tx, { register, at: importedAt, limit });
  await appendVersion(tx, version);
  await appendEvent(tx, { room: "policy", kind: "register_changed", subject: register });
  return accept({
    register,
    state: version.state,
    entries: version.entries.length,
    rules: [...(registerUses(shipped.program).get(register)?.rules ?? [])],
    projects: tallied(shift, projectsOf(shipped, importedAt.slice(0, 10))),
    evaluations: { ...tallied(shift, waiting.slice(0, mostAnew)), more: waiting.length > mostAnew },
  });
}

function withFit(
  shipped: Book,
  versions: readonly RegisterVersion[],
  register: string,
): Decision<Book, RegisterRefusal> {
  const law = lawWith(shipped, versions);
  if (law.ok) return law;
  const [first] = law.refusal;
  const finding = first ? renderDiagnostic(first, "zh") : "";
  return refuse({ code: "register_unfit", register, finding });
}

type Shift = { readonly before: Book; readonly after: Book; readonly register: string };
type Asked = { readonly asOf: string; readonly facts: unknown };

const projectsOf = ({ source }: Book, asOf: string): readonly Asked[] =>
  source.projects.map(({ value }) => ({ asOf, facts: value.facts }));

/** How many cases had an answer that waited for the register, and what became of those answers. */
function tallied({ before, after, register }: Shift, cases: readonly Asked[]) {
  const total = { waiting: 0, settled: 0, open: 0 };
  for (const asked of cases) {
    const read = readCase(before.program, asked.facts);
    if (!read.ok) continue;
    const answers = verdictsOf(before, read.value, asked.asOf);
    const waiting = answers.filter((verdict) => waitsFor(verdict, register));
    if (waiting.length === 0) continue;
    const now = new Map(verdictsOf(after, read.value, asked.asOf).map((one) => [keyOf(one), one]));
    const settled = waiting.filter((one) => now.get(keyOf(one))?.verdict !== "undecided").length;
    total.waiting += 1;
    total.settled += settled;
    total.open += waiting.length - settled;
  }
  return total;
}

const verdictsOf = ({ program }: Book, facts: Case, asOf: string): readonly RuleVerdict[] =>
  evaluate(program, facts, { asOf }).verdicts;

const keyOf = ({ rule, subject }: RuleVerdict): string => `${rule} ${subject}`;

const waitsFor = ({ missing }: RuleVerdict, register: string): boolean =>
  missing.some(({ kind, id }) => kind !== "fact" && id === register);

/** Every register of the law in force, what it holds, and who rests on it. */
export async function listRegisters(tx: Tx, book: Book): Promise<RegisterLine[]> {
  const kept = new Map((await versionsInForce(tx)).map((one) => [one.register, one]));
  const uses = registerUses(book.program);
  return book.source.registers.map(({ value: register }) => {
    const { id, title, kind = "list", issuer, date, state, entries, figures } = register;
    const version = kept.get(id);
    return {
      ...{ id, title, kind: figures ? "figures" : kind, date, state },
      issuer: issuerTitle(book, issuer),
      entries: entries.length,
      ...(figures && { unit: figures.unit }),
      ...(version?.state === "imported" && { importedAt: version.importedAt }),
      ...restingOn(book, uses.get(id)?.rules ?? []),
    };
  });
}

const nobody = bilingual("发布单位不详", "issuer unknown");

const issuerTitle = (book: Book, issuer: string): Bilingual =>
  issuer === "unknown" ? nobody : organisation(book, issuer).title;

function restingOn(book: Book, rules: readonly string[]): Pick<RegisterLine, "rules" | "measures"> {
  const { measures } = book.program;
  const ids = new Set(rules.map((rule) => rule.slice(0, rule.lastIndexOf("/"))));
  const labelled = [...ids].flatMap((id) => {
    const cite = measures.get(id)?.cite;
    return cite ? { id, label: citationLabel(book, cite.document, cite.item) } : [];
  });
  return { rules: [...rules], measures: labelled };
}

/** One register with all its versions, newest first. */
export async function registerHistory(
  tx: Tx,
  book: Book,
  id: string,
): Promise<Decision<RegisterHistory, RegisterRefusal>> {
  const found = registerOf(book, id);
  if (!found.ok) return found;
  const versions = await versionsOf(tx, id);
  const law = lawWith(book, versions.slice(0, 1));
  const lines = await listRegisters(tx, law.ok ? law.value : book);
  const register = lines.find((line) => line.id === id) as RegisterLine;
  return accept({ register, versions });
}
