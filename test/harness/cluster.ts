import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Cluster = {
  /** The address of one of its databases. */
  url(database: string): string;
  stop(): void;
};

/** Settings that make a throw-away cluster fast; none of them changes what SQL means. */
const settings = [
  "listen_addresses=''",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=60",
  "deadlock_timeout=200ms",
];

/**
 * Starts a private PostgreSQL cluster on a socket of its own: no port, no other cluster touched.
 */
export function startCluster(bin: string): Cluster {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-pg-"));
  const user = ownerOf(folder);
  const run = (program: string, args: string[]): void => {
    const [command, ...rest] = [...user, join(bin, program), ...args];
    execFileSync(command ?? program, rest, { stdio: ["ignore", "ignore", "inherit"], cwd: folder });
  };
  const data = join(folder, "data");
  run("initdb", ["-D", data, "-U", "zhibu", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]);
  const options = [`-k ${folder}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
  run("pg_ctl", ["-D", data, "-w", "-s", "-l", join(folder, "log"), "-o", options, "start"]);
  return {
    url: (database) => `postgresql://zhibu@/${database}?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run("pg_ctl", ["-D", data, "-w", "-s", "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then the folder and the programs belong to another user. */
function ownerOf(folder: string): string[] {
  if (process.getuid?.() !== 0) return [];
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf(name, "-u");
    if (uid === undefined) continue;
    chownSync(folder, uid, idOf(name, "-g") ?? uid);
    chmodSync(folder, 0o755);
    return ["runuser", "-u", name, "--"];
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a postgres nor a nobody");
}

function idOf(name: string, flag: "-u" | "-g"): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
  } catch (cause) {
    if ((cause as { status?: number }).status === 1) return undefined;
    throw cause;
  }
}
