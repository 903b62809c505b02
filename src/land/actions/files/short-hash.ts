import { sha256Hex } from "../../../store/hash.ts";

/** A short name for a text: what has no id of its own bears it. */
export const shortHash = (text: string): string => sha256Hex(text).slice(0, 16);
