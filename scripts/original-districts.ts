/** Writes the districts as they were published, in GCJ-02: a file to try an import with. */
import { writeFileSync } from "node:fs";
import { originalDistricts } from "./districts/original.ts";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("which file? npx tsx scripts/original-districts.ts <file>");
writeFileSync(path, originalDistricts());
