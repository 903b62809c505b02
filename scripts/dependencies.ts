/** Writes docs/dependencies.md, and fails on a licence that we may not take. */
import { readdirSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { dependenciesPage, faultsOfParts, partsOf } from "./dependencies-page.ts";
import { root } from "./step.ts";

const file = `${root}docs/dependencies.md`;

/** The page as it has to stand in the repository. */
export async function writtenDependencies(): Promise<string> {
  const records = readdirSync(`${root}docs/decisions`);
  const fileOf = (reason: string): string =>
    records.find((name) => name.startsWith(`${reason}-`)) ?? `${reason}-missing.md`;
  const options = await resolveConfig(file);
  return format(dependenciesPage(partsOf(root), fileOf), { ...options, filepath: file });
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const faults = faultsOfParts(partsOf(root));
  for (const fault of faults) console.error(fault);
  writeFileSync(file, await writtenDependencies());
  process.exitCode = faults.length > 0 ? 1 : 0;
}
