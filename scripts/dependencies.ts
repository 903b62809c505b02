/** Writes docs/dependencies.md, and fails on a licence that we may not take. */
import { readdirSync, writeFileSync } from "node:fs";
import { dependenciesPage, faultsOfParts, partsOf } from "./dependencies-page.ts";
import { formatted } from "./formatted.ts";
import { root } from "./step.ts";

const file = `${root}docs/dependencies.md`;

/** The page as it has to stand in the repository. */
export function writtenDependencies(): Promise<string> {
  const records = readdirSync(`${root}docs/decisions`);
  const fileOf = (reason: string): string =>
    records.find((name) => name.startsWith(`${reason}-`)) ?? `${reason}-missing.md`;
  return formatted(file, dependenciesPage(partsOf(root), fileOf));
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const faults = faultsOfParts(partsOf(root));
  for (const fault of faults) console.error(fault);
  writeFileSync(file, await writtenDependencies());
  process.exitCode = faults.length > 0 ? 1 : 0;
}
