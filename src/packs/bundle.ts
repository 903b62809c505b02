import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** One line of a bundle: a path in the folder of packs, and the hash of the file's text. */
export type BundleLine = { readonly path: string; readonly sha256: string };

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The sorted list of files with their hashes. Line ends do not count.
 * The sorted list of files with their hashes. Line ends do not count. */
export function bundleOf(files: ReadonlyMap<string, string>): BundleLine[] {
  return [...files]
    .map(([path, text]) => ({ path, sha256: hashOf(text.replace(/\r\n?/g, "\n")) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The encoding: one hash over the whole bundle. */
export const encodingOf = (bundle: readonly BundleLine[]): string =>
  hashOf(bundle.map(({ path, sha256: hash }) => `${hash}  ${path}\n`).join(""));
