import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { invariant } from "../../../base/invariant.ts";

/** What a zip can state of a time begins here; the day of the report stands inside. */
const earliest = new Date(1980, 0, 1);

const core = "docProps/core.xml";
const stamps = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

/**
 * A Word file whose every date is that of the report: the library writes the clock's into it, and
 * the same report would be another file each time.
 */
export function settled(file: Uint8Array, at: string): Uint8Array {
  const entries = unzipSync(file);
  const properties = entries[core];
  invariant(properties, "a Word file has its properties");
  const dated = strFromU8(properties).replaceAll(stamps, `$1${at.slice(0, 19)}Z$2`);
  entries[core] = strToU8(dated);
  const files: Zippable = Object.fromEntries(
    Object.entries(entries).map(([name, bytes]) => [name, [bytes, { mtime: earliest }]]),
  );
  return zipSync(files, { level: 6 });
}
