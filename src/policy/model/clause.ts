import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ClauseKind } from "../../rules/index.ts";

export type { ClauseKind };

/** One node of a document's tree, as its text was read. */
export type ReadClause = {
  /** Its address: "4", "2.3", "list.7", "table-1.12". Stable while the document numbers it so. */
  readonly item: string;
  /** The address of what it stands in. */
  readonly parent: string | null;
  readonly kind: ClauseKind;
  /** Its own number, as the document counts. */
  readonly ordinal: number;
  readonly heading: string;
  /** The cells of its row in a table: for a measure, its standing and who leads. */
  readonly cells: readonly string[];
  /** Its own words from its number on, without tags and without what stands under it. */
  readonly text: string;
  readonly sha256: string;
};

/** A clause of a document that was imported. */
export type Clause = ReadClause & { readonly document: string };

const tags = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?>/gi;
const invisible = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu;

/** Strips tags; keeps every character that a reader sees. */
export const withoutTags = (text: string): string => text.replace(tags, "");

/**
 * The form of a clause that is hashed and compared: no tags, Unicode NFKC, no white space and no
 * zero-width characters. A change of layout leaves it as it is; a change of one character does not.
 */
export const normalised = (text: string): string =>
  withoutTags(text).normalize("NFKC").replace(invisible, "");

/** SHA-256 of the normalised text, in hexadecimal. */
export const clauseHash = (text: string): string =>
  bytesToHex(sha256(utf8ToBytes(normalised(text))));
