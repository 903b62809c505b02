import { createHash } from "node:crypto";
import { sha256Hex } from "../hash.ts";
import type { Chain, ChainRow, Seal } from "./chain.ts";

/**
 * How rows and seals are written for their hashes, so that anybody can recompute them.
 *
 * A _string_ is written `<length in bytes>:<UTF-8 bytes>,` (a netstring), an absent value `~`.
 * A _row_ is "zhibu row 1", the room, the table, then name and value of each column in the seal's
 * order. Values are PostgreSQL's own text under the settings of src/store/types.ts (UTC, ISO dates,
 * hex bytes, shortest floats): the same on both engines and after a restore.
 * A _leaf_ is the row's id in 8 bytes, big-endian, and the SHA-256 of the row in 32.
 * The _root_ is the SHA-256 of all leaves in the order of ids.
 * A _seal_ is "zhibu seal 1", room, table, number, first and last id, number of rows, number of
 * columns, the columns' names, root, the hash of the seal before, and the instant.
 */
const write = (text: string | null): string =>
  text === null ? "~" : `${Buffer.byteLength(text)}:${text},`;

const writeAll = (texts: readonly (string | null)[]): string => texts.map(write).join("");

export const leafBytes = 40;

/** The hash before the first seal. */
export const genesis = "0".repeat(64);

/** One row's leaf. */
export function leafOf({ room, table, columns }: Chain, { id, values }: ChainRow): Uint8Array {
  const pairs = columns.flatMap((column, place) => [column, values[place] ?? null]);
  const text = writeAll(["zhibu row 1", room, table, ...pairs]);
  const leaf = Buffer.alloc(leafBytes);
  leaf.writeBigInt64BE(BigInt(id));
  createHash("sha256").update(text).digest().copy(leaf, 8);
  return new Uint8Array(leaf);
}

/** The leaves of rows, one behind the other. */
export const leavesOf = (chain: Chain, rows: readonly ChainRow[]): Uint8Array =>
  new Uint8Array(Buffer.concat(rows.map((row) => leafOf(chain, row))));

/** The id that a leaf stands for. */
export const idOfLeaf = (leaves: Uint8Array, place: number): number =>
  Number(Buffer.from(leaves.buffer, leaves.byteOffset).readBigInt64BE(place * leafBytes));

/** The hash of all that a seal says. */
export function hashOfSeal(seal: Omit<Seal, "hash" | "leaves">): string {
  const { room, table, number, fromId, toId, rowCount, columns, root, previous, at } = seal;
  const counts = [number, fromId, toId, rowCount, columns.length].map(String);
  return sha256Hex(
    writeAll(["zhibu seal 1", room, table, ...counts, ...columns, root, previous, at]),
  );
}

/** Seals rows behind another seal. */
export function makeSeal(
  chain: Chain,
  { before, rows, at }: { before: Seal | undefined; rows: readonly ChainRow[]; at: string },
): Seal {
  const leaves = leavesOf(chain, rows);
  const seal = {
    room: chain.room,
    table: chain.table,
    number: (before?.number ?? 0) + 1,
    fromId: (before?.toId ?? 0) + 1,
    toId: rows.at(-1)?.id ?? 0,
    rowCount: rows.length,
    columns: chain.columns,
    root: sha256Hex(leaves),
    previous: before?.hash ?? genesis,
    at,
  };
  return { ...seal, leaves, hash: hashOfSeal(seal) };
}
