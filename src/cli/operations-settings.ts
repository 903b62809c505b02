import type { Schedule } from "../operations/index.ts";
import { backupKeyOf } from "./backup-key.ts";
import { logLevels, type LogLevel } from "../http/log.ts";
import { secretOf } from "./secret.ts";

/** How the program is run, apart from what it shows. */
export type OperationsSettings = {
  readonly logLevel: LogLevel;
  /** Whoever shows it may read /metrics from elsewhere. */
  readonly metricsToken: string | undefined;
  /** 32 bytes that encrypt backups; they are written plain without it. */
  readonly backupKey: Uint8Array | undefined;
  /** When backups are made, into which folder, and how many stay; none without a time. */
  readonly backups: BackupSettings | undefined;
  /** Nothing is written. */
  readonly readOnly: boolean;
  /** A PostgreSQL replica for reads that may run there. */
  readonly replicaUrl: string | undefined;
  /** PostgreSQL itself where DATABASE_URL is a pooler. */
  readonly directUrl: string | undefined;
};

export type BackupSettings = {
  readonly schedule: Schedule;
  readonly folder: string;
  readonly kept: number;
};

type Environment = Readonly<Record<string, string | undefined>>;

const isLevel = (word: string): word is LogLevel => (logLevels as readonly string[]).includes(word);

/** @throws RangeError when ZHIBU_LOG is no level. */
function levelOf(text: string | undefined): LogLevel {
  const word = text === undefined || text === "" ? "warn" : text;
  if (isLevel(word)) return word;
  throw new RangeError(`ZHIBU_LOG 须为 · is one of: ${logLevels.join(", ")}`);
}

const filled = (text: string | undefined): string | undefined => (text === "" ? undefined : text);

/** The city's own zone: a time of day is a time there. */
const zone = "Asia/Shanghai";

/** @throws RangeError when the text is no whole number from the least on. */
function wholeOf(name: string, text: string | undefined, usual: number): number {
  const count = Number(filled(text) ?? usual);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`${name} 须为正整数 · is a positive whole number: ${text}`);
}

/** @throws RangeError when a time is not HH:MM. */
function scheduleOf(environment: Environment): Schedule | undefined {
  const { ZHIBU_BACKUP_AT: at, ZHIBU_BACKUP_HOURS: hours } = environment;
  if (filled(at) !== undefined) {
    const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(at ?? "") ?? [];
    if (hour === undefined) {
      throw new RangeError(`ZHIBU_BACKUP_AT 须为时:分 · is HH:MM: ${at}`);
    }
    return { kind: "daily", minutes: Number(hour) * 60 + Number(minute), zone };
  }
  if (filled(hours) === undefined) return undefined;
  return { kind: "hourly", hours: wholeOf("ZHIBU_BACKUP_HOURS", hours, 24) };
}

const usuallyKept = 14;

function backupsOf(environment: Environment, usualFolder: string): BackupSettings | undefined {
  const schedule = scheduleOf(environment);
  if (!schedule) return undefined;
  const { ZHIBU_BACKUP_FOLDER: folder, ZHIBU_BACKUP_KEEP: keep } = environment;
  const kept = wholeOf("ZHIBU_BACKUP_KEEP", keep, usuallyKept);
  return { schedule, folder: filled(folder) ?? usualFolder, kept };
}

/** @throws RangeError when ZHIBU_READ_ONLY is neither on nor off. */
function switchOf(text: string | undefined): boolean {
  const word = filled(text) ?? "off";
  if (word === "on" || word === "off") return word === "on";
  throw new RangeError(`ZHIBU_READ_ONLY 须为 on 或 off · is on or off: ${text}`);
}

/** Reads from the environment how the program is run. */
export function operationsOf(
  environment: Environment,
  usualBackupFolder: string,
): OperationsSettings {
  return {
    logLevel: levelOf(environment["ZHIBU_LOG"]),
    metricsToken: secretOf(environment, "ZHIBU_METRICS_TOKEN"),
    backupKey: backupKeyOf(environment),
    backups: backupsOf(environment, usualBackupFolder),
    readOnly: switchOf(environment["ZHIBU_READ_ONLY"]),
    replicaUrl: secretOf(environment, "ZHIBU_REPLICA_URL"),
    directUrl: secretOf(environment, "ZHIBU_DIRECT_URL"),
  };
}
