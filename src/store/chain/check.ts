import { sha256Hex } from "../hash.ts";
import type { Chain, ChainRow, Seal } from "./chain.ts";
import { genesis, hashOfSeal, idOfLeaf, leafBytes, leafOf } from "./encoding.ts";

/** What is wrong with a chain: a row by its id, or a seal by its number. */
export type Difference =
  | { readonly code: "row_changed"; readonly id: number }
  | { readonly code: "row_missing"; readonly id: number }
  | { readonly code: "row_inserted"; readonly id: number }
  | { readonly code: "seal_changed"; readonly number: number }
  | { readonly code: "seal_missing"; readonly number: number };

/** Whether a seal says what it said when it was made, and follows the one before. Pure. */
export function checkSeal(seal: Seal, before: Seal | undefined): Difference | undefined {
  const number = (before?.number ?? 0) + 1;
  if (seal.number !== number) return { code: "seal_missing", number };
  const isOwn =
    seal.hash === hashOfSeal(seal) &&
    seal.root === sha256Hex(seal.leaves) &&
    seal.leaves.length === seal.rowCount * leafBytes;
  const follows =
    seal.previous === (before?.hash ?? genesis) && seal.fromId === (before?.toId ?? 0) + 1;
  return isOwn && follows ? undefined : { code: "seal_changed", number };
}

/** The first row between the ids of a seal that is not as it was sealed. Pure. */
export function checkRows(
  chain: Chain,
  { columns, leaves, rowCount }: Seal,
  rows: readonly ChainRow[],
): Difference | undefined {
  const sealed = { ...chain, columns };
  for (let place = 0; place < Math.max(rowCount, rows.length); place += 1) {
    const id = place < rowCount ? idOfLeaf(leaves, place) : undefined;
    const row = rows[place];
    if (row && (id === undefined || row.id < id)) return { code: "row_inserted", id: row.id };
    if (id !== undefined && (!row || row.id > id)) return { code: "row_missing", id };
    if (row && !isSame(leaves, { place, leaf: leafOf(sealed, row) })) {
      return { code: "row_changed", id: row.id };
    }
  }
  return undefined;
}

const isSame = (
  leaves: Uint8Array,
  { place, leaf }: { place: number; leaf: Uint8Array },
): boolean => Buffer.from(leaf).equals(leaves.subarray(place * leafBytes, (place + 1) * leafBytes));
