import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../base/invariant.ts";

/** The folder that holds `db/migrations`: found upwards, from sources and from a bundle alike. */
export function homeFolder(start = dirname(fileURLToPath(import.meta.url))): string {
  let folder = start;
  while (!existsSync(join(folder, "db", "migrations"))) {
    invariant(dirname(folder) !== folder, "db/migrations stands in a folder above the program");
    folder = dirname(folder);
  }
  return folder;
}
