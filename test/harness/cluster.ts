import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Cluster = {
  /** The address of one of its databases. */
  url(database: string): string;
  /** The folder of its socket, as an address names a server. */
  readonly host: string;
  stop(): void;
  /** Stops it in good order, or ends it at once as a power cut would; the data stay. */
  halt(how: "fast" | "kill"): void;
  start(): void;
  /** Makes a standby that has taken over. */
  promote(): void;
};

/** Settings that make a throw-away cluster fast; none of them changes what SQL means. */
const usual = [
  "listen_addresses=''",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=60",
  "deadlock_timeout=200ms",
];

/**
 * Starts a private PostgreSQL cluster on a socket of its own: no port, no other cluster touched.
 * Of two settings with one name the later one counts.
 */
export function startCluster(bin: string, settings: readonly string[] = []): Cluster {
  const place = newPlace(bin);
  const { data, run } = place;
  run("initdb", ["-D", data, "-U", "zhibu", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"]);
  return startIn(place, settings);
}

/** Starts a standby that follows the cluster and answers reads. */
export function startReplica(
  bin: string,
  primary: Cluster,
  settings: readonly string[] = [],
): Cluster {
  const place = newPlace(bin);
  const copy = ["-D", place.data, "-h", primary.host, "-U", "zhibu", "-R", "-X", "stream"];
  place.run("pg_basebackup", [...copy, "-c", "fast", "--no-sync"]);
  return startIn(place, settings);
}

type Place = {
  readonly folder: string;
  readonly data: string;
  run(program: string, args: string[]): void;
};

function newPlace(bin: string): Place {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-pg-"));
  const user = ownerOf(folder);
  const run = (program: string, args: string[]): void => {
    const [command, ...rest] = [...user, join(bin, program), ...args];
    execFileSync(command ?? program, rest, { stdio: ["ignore", "ignore", "inherit"], cwd: folder });
  };
  return { folder, data: join(folder, "data"), run };
}

function startIn({ folder, data, run }: Place, settings: readonly string[]): Cluster {
  const given = [...usual, ...settings].map((setting) => `-c ${setting}`);
  const options = [`-k ${folder}`, ...given].join(" ");
  const control = (...words: string[]): void => run("pg_ctl", ["-D", data, "-w", "-s", ...words]);
  const start = (): void => control("-l", join(folder, "log"), "-o", options, "start");
  start();
  return {
    url: (database) => `postgresql://zhibu@/${database}?host=${encodeURIComponent(folder)}`,
    host: folder,
    start,
    halt: (how) => {
      if (how === "kill") killAll(data);
      else control("-m", how, "stop");
    },
    promote: () => control("promote"),
    stop: () => {
      if (isRunning(data)) control("-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const postmasterOf = (data: string): number | undefined => {
  const file = join(data, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : undefined;
};

function isRunning(data: string): boolean {
  const pid = postmasterOf(data);
  return pid !== undefined && existsSync(`/proc/${pid}`);
}

/** Ends the server and all it has started, without a word to any of them. */
function killAll(data: string): void {
  const pid = postmasterOf(data);
  if (pid === undefined) return;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  process.kill(pid, "SIGSTOP");
  for (const child of children.filter((word) => word !== ""))
    process.kill(Number(child), "SIGKILL");
  process.kill(pid, "SIGKILL");
  waitUntilGone(pid);
}

const goneWithinMs = 5_000;

/** A killed process stands in the table for a moment, and its server would not start anew. */
function waitUntilGone(pid: number): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const until = performance.now() + goneWithinMs;
  while (existsSync(`/proc/${pid}`) && performance.now() < until) Atomics.wait(cell, 0, 0, 5);
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
