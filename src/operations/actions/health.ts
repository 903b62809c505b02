import { statfs } from "node:fs/promises";
import { spawn } from "node:child_process";
import { system } from "../../base/actor.ts";
import { Fault } from "../../base/fault.ts";
import type { Finding, HealthSource } from "../../base/finding.ts";
import type { Chain } from "../../store/chain/chain.ts";
import type { Db, Tx } from "../../store/db.ts";
import type { Health } from "../contract.ts";
import {
  backupFound,
  clockFound,
  diskFound,
  eventsFound,
  jobsFound,
  sealedFound,
  worstOf,
  writesFound,
  type Found,
} from "../model/findings.ts";
import { findingOf } from "../problems.ts";
import { countJobs, countUnsealed, findLastBackup, readEventLag, readStanding } from "../store.ts";

export type HealthOptions = {
  readonly clock: () => Date;
  readonly chains: readonly Chain[];
  /** Where the program keeps its files. */
  readonly folder: string;
};

const me = system("health");

const source = (name: string, look: () => Promise<readonly Found[]>): HealthSource => ({
  name,
  look: async () => (await look()).map(findingOf),
});

const inDb = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction(me, work);

async function lookAtDatabase(db: Db, clock: () => Date): Promise<Found[]> {
  const standing = await inDb(db, readStanding);
  if (!standing) return [];
  const { version, postgis, at, migrations, standby } = standing;
  return [
    { code: "database_answers", engine: db.engine, version, postgis },
    clockFound(clock(), at),
    { code: "migrations_complete", count: migrations },
    writesFound({ setting: db.readOnly, standby }),
  ];
}

/** What an open database can be asked. */
export function databaseSources(
  db: Db,
  { clock, chains }: Pick<HealthOptions, "clock" | "chains">,
): HealthSource[] {
  return [
    source("database", () => lookAtDatabase(db, clock)),
    source("backup", async () => [backupFound(clock(), await inDb(db, findLastBackup))]),
    source("seals", async () => [sealedFound(await inDb(db, (tx) => countUnsealed(tx, chains)))]),
    source("events", async () => [eventsFound(await inDb(db, readEventLag))]),
    source("jobs", async () => [jobsFound(await inDb(db, countJobs))]),
  ];
}

/** What the machine itself can be asked. */
export const machineSources = (folder: string): HealthSource[] => [
  source("disk", async () => {
    const { bavail, bsize } = await statfs(folder);
    return [diskFound((bavail * bsize) / 1024 ** 3)];
  }),
  source("fonts", async () => [await lookForFonts()]),
];

const fontsWithinMs = 5_000;

/** Chinese fonts of this machine, as fontconfig lists them. */
function lookForFonts(): Promise<Found> {
  return new Promise((resolve) => {
    const listing = spawn("fc-list", [":lang=zh", "family"], { timeout: fontsWithinMs });
    let text = "";
    listing.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    listing.on("error", () => resolve({ code: "fonts_unknown" }));
    listing.on("close", () => {
      const count = new Set(text.split("\n").filter((line) => line !== "")).size;
      resolve(count > 0 ? { code: "fonts_present", count } : { code: "fonts_missing" });
    });
  });
}

const order = { bad: 0, notice: 1, good: 2 } as const;

/** Looks at everything; a source that fails is a finding of its own. */
export async function examine(
  sources: readonly HealthSource[],
  { now, failed }: { now: Date; failed: (cause: unknown) => void },
): Promise<Health> {
  const findings: Finding[] = [];
  for (const { name, look } of sources) {
    try {
      findings.push(...(await look()));
    } catch (cause) {
      failed(cause);
      findings.push(findingOf(failureOf(name, cause)));
    }
  }
  findings.sort((a, b) => order[a.level] - order[b.level]);
  return { at: now.toISOString(), level: worstOf(findings.map(({ level }) => level)), findings };
}

/** A database that is away says so itself; whatever else fails is named. */
function failureOf(name: string, cause: unknown): Found {
  if (name === "database" && cause instanceof Fault) {
    return { code: "database_silent", reason: cause.code };
  }
  return { code: "source_failed", name };
}
