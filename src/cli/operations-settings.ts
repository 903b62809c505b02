import { backupKeyOf } from "./backup-key.ts";
import { logLevels, type LogLevel } from "../http/log.ts";

/** How the program is run, apart from what it shows. */
export type OperationsSettings = {
  readonly logLevel: LogLevel;
  /** Whoever shows it may read /metrics from elsewhere. */
  readonly metricsToken: string | undefined;
  /** 32 bytes that encrypt backups; they are written plain without it. */
  readonly backupKey: Uint8Array | undefined;
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

/** Reads from the environment how the program is run. */
export function operationsOf(environment: Environment): OperationsSettings {
  return {
    logLevel: levelOf(environment["ZHIBU_LOG"]),
    metricsToken: filled(environment["ZHIBU_METRICS_TOKEN"]),
    backupKey: backupKeyOf(environment),
  };
}
