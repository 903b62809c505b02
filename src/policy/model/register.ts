import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { accept, type Decision } from "../../base/decision.ts";
import { compile, type Diagnostic, type Located, type Register } from "../../rules/index.ts";
import type { Book } from "./book.ts";

/** What stands in a register: a text holds no entries, and only some registers give figures. */
export type RegisterContent = {
  readonly entries: readonly string[];
  /** One for each entry, in the unit that the pack names, as exact decimals. */
  readonly figures?: Readonly<Record<string, string>>;
};

/** One import of a register, or its being taken back: the newest is in force. */
export type RegisterVersion = RegisterContent & {
  readonly register: string;
  readonly state: Register["state"];
  readonly issuer: string;
  /** "YYYY-MM-DD", or unknown where the text bears no date. */
  readonly dated: string;
};

/** A shipped register with what was imported in its place. */
function withVersion(located: Located<Register>, version: RegisterVersion): Located<Register> {
  const { state, issuer, dated, entries, figures: values = {} } = version;
  const { figures } = located.value;
  const content = { entries: [...entries], ...(figures && { figures: { ...figures, values } }) };
  return { ...located, value: { ...located.value, state, issuer, date: dated, ...content } };
}

/**
 * The shipped law with the registers that operators imported. Its encoding tells both apart: two
 * laws with one encoding answer alike. Versions of registers that the pack no longer has are left
 * out. Refuses where an import does not fit the pack.
 */
export function lawWith(
  shipped: Book,
  versions: readonly RegisterVersion[],
): Decision<Book, readonly Diagnostic[]> {
  const known = new Set(shipped.source.registers.map(({ value }) => value.id));
  const used = new Map(
    versions.filter(({ register }) => known.has(register)).map((one) => [one.register, one]),
  );
  if (used.size === 0) return accept(shipped);
  const registers = shipped.source.registers.map((located) => {
    const version = used.get(located.value.id);
    return version ? withVersion(located, version) : located;
  });
  const source = { ...shipped.source, encoding: encodingOf(shipped, used), registers };
  const program = compile(source);
  return program.ok ? accept({ source, program: program.value }) : program;
}

function encodingOf({ source }: Book, used: ReadonlyMap<string, RegisterVersion>): string {
  const sorted = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.map(([id, { state, issuer, dated, entries, figures }]) => {
    const pairs = Object.entries(figures ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return [id, state, issuer, dated, entries, pairs];
  });
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([source.encoding, rows]))));
}
