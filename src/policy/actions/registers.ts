import { civilDateIn } from "../../base/date.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import { isCivilDate } from "../../base/date.ts";
import { bilingual, type Bilingual } from "../../base/message.ts";
import { nearest, registerUses, renderDiagnostic, type Register } from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import { appendEvent } from "../../store/event.ts";
import { sha256Hex } from "../../store/hash.ts";
import type { RegisterLine, RegisterReceipt } from "../contract.ts";
import { citationLabel, dictionaryOf, type Book } from "../model/book.ts";
import { organisation } from "../model/measure-pages.ts";
import type { RegisterRefusal } from "../model/refusals.ts";
import type { RegisterHistory } from "../model/registers-told.ts";
import { readRegister } from "../model/register-text.ts";
import { waitedFor, type AskedCase, type LawShift } from "../model/register-shift.ts";
import { lawWith, type RegisterVersion } from "../model/register.ts";
import {
  appendVersion,
  evaluationsWaiting,
  holdVersions,
  versionMark,
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

/** So many stored evaluations are answered anew for the receipt, the others when opened. */
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

/** An import that fits the law: what is to be kept, and the law without it and with it. */
export type PreparedImport = {
  readonly version: Omit<KeptVersion, "version">;
  readonly shift: LawShift;
  /** Of the versions that it was tried with. */
  readonly mark: number;
};

/** The versions that are in force, and their mark: what an import is prepared with. */
export type VersionsAtHand = { readonly mark: number; readonly versions: readonly KeptVersion[] };

export const readVersions = async (tx: Tx): Promise<VersionsAtHand> => ({
  mark: await versionMark(tx),
  versions: await versionsInForce(tx),
});

/** Reads a file for a register and tries the law with it, outside any transaction. */
export function prepareImport(
  shipped: Book,
  order: RegisterOrder,
  atHand: VersionsAtHand,
): Decision<PreparedImport, RegisterRefusal> {
  const version = versionOf(shipped, order);
  return version.ok ? tryVersion(shipped, version.value, atHand) : version;
}

/** Takes a register back: it is empty as the pack ships it, and what reads it is open again. */
export function prepareWithdrawal(
  shipped: Book,
  { register: id, at }: { readonly register: string; readonly at: string },
  atHand: VersionsAtHand,
): Decision<PreparedImport, RegisterRefusal> {
  const register = registerOf(shipped, id);
  if (!register.ok) return register;
  const { issuer, date } = register.value;
  const head = { register: id, state: "empty", issuer, dated: date, entries: [] } as const;
  return tryVersion(shipped, { ...head, source: undefined, importedAt: at }, atHand);
}

function tryVersion(
  shipped: Book,
  version: Omit<KeptVersion, "version">,
  { mark, versions }: VersionsAtHand,
): Decision<PreparedImport, RegisterRefusal> {
  const { register } = version;
  const others = versions.filter((one) => one.register !== register);
  const before = withFit(shipped, versions, register);
  if (!before.ok) return before;
  const after = withFit(shipped, [...others, version], register);
  if (!after.ok) return after;
  const shift = { before: before.value, after: after.value, register };
  return accept({ version, shift, mark });
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

/** Keeps a version, which is in force from then on; refuses where another came in between. */
export async function keepImport(
  tx: Tx,
  { version, mark }: PreparedImport,
): Promise<Decision<null, RegisterRefusal>> {
  const { register } = version;
  await holdVersions(tx);
  if ((await versionMark(tx)) !== mark) return refuse({ code: "register_meanwhile", register });
  await appendVersion(tx, version);
  await appendEvent(tx, { room: "policy", kind: "register_changed", subject: register });
  return accept(null);
}

/** The stored evaluations that may have waited for a register, newest first, and one too many. */
export const listWaiting = (tx: Tx, { version }: PreparedImport): Promise<readonly AskedCase[]> =>
  evaluationsWaiting(tx, {
    register: version.register,
    at: version.importedAt,
    limit: mostAnew + 1,
  });

/**
 * What an import did to the named projects and to what is stored. Stored evaluations stay as they
 * were answered; whoever opens one is told what is settled since.
 */
export function receiptOf(
  { version, shift }: PreparedImport,
  stored: readonly AskedCase[],
): RegisterReceipt {
  const { register, state, entries, importedAt } = version;
  const asOf = civilDateIn(shift.before.source.manifest.zone, new Date(importedAt));
  const projects = shift.before.source.projects.map(({ value: { facts } }) => ({ asOf, facts }));
  return {
    ...{ register, state, entries: entries.length },
    rules: [...(registerUses(shift.before.program).get(register)?.rules ?? [])],
    projects: waitedFor(shift, projects),
    evaluations: {
      ...waitedFor(shift, stored.slice(0, mostAnew)),
      more: stored.length > mostAnew,
    },
  };
}

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
