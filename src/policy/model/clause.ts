import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** One numbered item of a document, as an import found it. */
export type Clause = {
  readonly document: string;
  readonly item: string;
  /**
   * The position of its mechanism in the document, from 1; told by the ordinals, not by page
   * labels.
   */
  readonly mechanism: number;
  readonly standing: string;
  readonly lead: string;
  /** The measure's own words, from its ordinal on, without tags. */
  readonly text: string;
  /** Hash of the whole row but for the page's mechanism label. */
  readonly sha256: string;
};

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
