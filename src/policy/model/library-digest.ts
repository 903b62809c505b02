import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { LibrarySummary } from "../../rules/index.ts";

/** Entries in the order of their names, however the record came about. */
const ordered = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The same for two summaries where, and only where, they say the same. */
export const digestOf = (summary: LibrarySummary): string =>
  bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(summary, ordered))));
