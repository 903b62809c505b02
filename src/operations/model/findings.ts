import type { FindingLevel } from "../../base/finding.ts";

/** What may be found, with its figures. */
export type Found =
  | { code: "database_answers"; engine: string; version: string; postgis: string }
  | { code: "database_silent"; reason: string }
  | { code: "clock_agrees"; driftMs: number }
  | { code: "clock_differs"; driftMs: number }
  | { code: "migrations_complete"; count: number }
  | { code: "disk_free"; freeGb: number }
  | { code: "disk_short"; freeGb: number }
  | { code: "backup_recent"; hours: number; at: string }
  | { code: "backup_old"; hours: number; at: string }
  | { code: "backup_none" }
  | { code: "rows_sealed" }
  | { code: "rows_unsealed"; count: number }
  | { code: "events_read"; seconds: number }
  | { code: "events_late"; seconds: number }
  | { code: "jobs_working"; count: number }
  | { code: "jobs_dead"; count: number }
  | { code: "writes_open" }
  | { code: "writes_closed"; reason: "setting" | "standby" }
  | { code: "fonts_present"; count: number }
  | { code: "fonts_missing" }
  | { code: "fonts_unknown" }
  | { code: "source_failed"; name: string };

/** How much each finding matters. */
export function levelOf({ code }: Found): FindingLevel {
  switch (code) {
    case "database_silent":
    case "clock_differs":
    case "disk_short":
    case "source_failed":
      return "bad";
    case "backup_old":
    case "backup_none":
    case "rows_unsealed":
    case "events_late":
    case "jobs_dead":
    case "writes_closed":
    case "fonts_missing":
    case "fonts_unknown":
      return "notice";
    case "database_answers":
    case "clock_agrees":
    case "migrations_complete":
    case "disk_free":
    case "backup_recent":
    case "rows_sealed":
    case "events_read":
    case "jobs_working":
    case "writes_open":
    case "fonts_present":
      return "good";
  }
}

/** Beyond these somebody should look. */
export const bounds = {
  driftMs: 5_000,
  freeGb: 2,
  backupHours: 26,
  unsealedRows: 1_000,
  eventSeconds: 60,
} as const;

const hourMs = 3_600_000;

export const clockFound = (here: Date, there: string): Found => {
  const driftMs = Math.abs(here.getTime() - Date.parse(there));
  return { code: driftMs > bounds.driftMs ? "clock_differs" : "clock_agrees", driftMs };
};

export const diskFound = (freeGb: number): Found => ({
  code: freeGb < bounds.freeGb ? "disk_short" : "disk_free",
  freeGb: Math.round(freeGb * 10) / 10,
});

/** The age of the last backup by the clock of the caller: a clock that was set back makes it 0. */
export function backupFound(now: Date, at: string | undefined): Found {
  if (at === undefined) return { code: "backup_none" };
  const hours = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / hourMs));
  return { code: hours > bounds.backupHours ? "backup_old" : "backup_recent", hours, at };
}

export const sealedFound = (count: number): Found =>
  count > bounds.unsealedRows ? { code: "rows_unsealed", count } : { code: "rows_sealed" };

export const eventsFound = (seconds: number): Found => ({
  code: seconds > bounds.eventSeconds ? "events_late" : "events_read",
  seconds: Math.round(seconds),
});

export const jobsFound = ({ waiting, dead }: { waiting: number; dead: number }): Found =>
  dead > 0 ? { code: "jobs_dead", count: dead } : { code: "jobs_working", count: waiting };

export const writesFound = (state: { setting: boolean; standby: boolean }): Found => {
  if (state.setting) return { code: "writes_closed", reason: "setting" };
  if (state.standby) return { code: "writes_closed", reason: "standby" };
  return { code: "writes_open" };
};

export const worstOf = (levels: readonly FindingLevel[]): FindingLevel => {
  if (levels.includes("bad")) return "bad";
  return levels.includes("notice") ? "notice" : "good";
};
