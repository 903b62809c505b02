import { join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import type { Locale } from "../base/message.ts";
import { homeFolder } from "../store/home.ts";
import { entryOf, type EntrySettings } from "./entry-settings.ts";
import { operationsOf, type OperationsSettings } from "./operations-settings.ts";
import { secretOf } from "./secret.ts";

/**
 * What the program is told from outside: only by the environment, with a default for everything.
 */
export type Settings = {
  /** Where packs, migrations and the built web application stand. */
  readonly home: string;
  /** The embedded database's folder; not used when there is an address. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly pack: string;
  readonly host: string;
  readonly port: number;
  readonly locale: Locale;
  readonly entry: EntrySettings;
  readonly operations: OperationsSettings;
};

type Environment = Readonly<Record<string, string | undefined>>;

const defaultPort = 8420;

/** @throws RangeError when ZHIBU_PORT is no port. */
function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return defaultPort;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`ZHIBU_PORT 不是端口号 · is no port: ${text}`);
  }
  return port;
}

/** Chinese unless the caller's locale says otherwise; a locale of C says nothing. */
function localeOf(environment: Environment): Locale {
  const said = environment["ZHIBU_LANG"] ?? environment["LC_ALL"] ?? environment["LANG"] ?? "";
  return /^en/i.test(said) ? "en" : "zh";
}

const filled = (text: string | undefined): string | undefined => (text === "" ? undefined : text);

/** What is wrong with the settings is told in a line, by name: nothing is started on a guess. */
export function readSettings(environment: Environment): Decision<Settings, string> {
  try {
    return accept(settingsOf(environment));
  } catch (cause) {
    if (cause instanceof RangeError) return refuse(`setting_invalid: ${cause.message}`);
    throw cause;
  }
}

/** Reads the settings from the environment. @throws RangeError where one cannot be meant so. */
export function settingsOf(environment: Environment): Settings {
  const home = homeFolder();
  return {
    home,
    dataFolder: filled(environment["ZHIBU_DATA"]) ?? join(home, ".zhibu", "data"),
    databaseUrl: secretOf(environment, "DATABASE_URL"),
    pack: filled(environment["ZHIBU_PACK"]) ?? "beijing",
    host: filled(environment["ZHIBU_HOST"]) ?? "127.0.0.1",
    port: portOf(environment["ZHIBU_PORT"]),
    locale: localeOf(environment),
    entry: entryOf(environment),
    operations: operationsOf(environment, join(home, ".zhibu", "backups")),
  };
}
