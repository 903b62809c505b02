import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { root } from "../step.ts";

/** Stamps by path. */
export type Stamps = Readonly<Record<string, string>>;

const pathOf = (name: string): string => `${root}node_modules/.cache/zhibu/${name}.json`;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** The stamps that an earlier check left; the first check finds none. */
export function readStamps(name: string): Stamps {
  try {
    return JSON.parse(readFileSync(pathOf(name), "utf8")) as Stamps;
  } catch (error) {
    if (isMissing(error)) return {};
    throw new Error(`${pathOf(name)} cannot be read: delete it`, { cause: error });
  }
}

export function keepStamps(name: string, stamps: Iterable<readonly [string, string]>): void {
  mkdirSync(dirname(pathOf(name)), { recursive: true });
  writeFileSync(pathOf(name), JSON.stringify(Object.fromEntries(stamps)));
}

/** Has the next check look at everything. */
export const forgetStamps = (name: string): void => rmSync(pathOf(name), { force: true });
