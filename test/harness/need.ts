import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

export type NeedName = "postgres" | "chromium" | "gdal" | "nginx" | "systemd";

export type Need = {
  readonly name: NeedName;
  readonly present: boolean;
  /** What a reader does to have the skipped tests run. */
  readonly cure: string;
};

/** Debian keeps it where only root's shell looks. */
export const nginxProgram = existsSync("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

const looks: Record<NeedName, { found: () => boolean; cure: string }> = {
  postgres: {
    found: () => postgresqlFolder() !== undefined,
    cure: "apt-get install postgresql-15 postgresql-15-postgis-3",
  },
  chromium: {
    found: () => hasChromium(),
    cure: "npm ci (it brings a Chromium), or set CHROMIUM_PATH to one",
  },
  systemd: {
    found: () => runs("systemd-analyze", ["--version"]),
    cure: "apt-get install systemd",
  },
  nginx: { found: () => runs(nginxProgram, ["-v"]), cure: "apt-get install nginx" },
  gdal: { found: () => runs("ogrinfo", ["--version"]), cure: "apt-get install gdal-bin" },
};

/**
 * Whether something outside the repository stands ready. ZHIBU_REQUIRE=postgres,chromium,gdal
 * turns its absence from a counted skip into a failure.
 */
export function need(name: NeedName): Need {
  const { found, cure } = looks[name];
  const present = found();
  const required = (process.env["ZHIBU_REQUIRE"] ?? "").split(",").includes(name);
  if (required && !present) throw new Error(`${name} is required and not found; cure: ${cure}`);
  return { name, present, cure };
}

/** The name of a test that has a need: where it is not met, with the cure. */
export const nameWithCure = (name: string, { present, cure }: Need): string =>
  present ? name : `${name}: to run, ${cure}`;

/** The folder of PostgreSQL's programs that has PostGIS beside it. */
export function postgresqlFolder(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [
    process.env["PGBIN"] ?? "",
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => folder !== "" && hasPostgis(folder));
}

function hasPostgis(folder: string): boolean {
  if (!existsSync(join(folder, "initdb")) || !existsSync(join(folder, "pg_config"))) return false;
  const shared = execFileSync(join(folder, "pg_config"), ["--sharedir"], { encoding: "utf8" });
  return existsSync(join(shared.trim(), "extension", "postgis.control"));
}

function hasChromium(): boolean {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "packaged") return existsSync(named);
  return createRequire(import.meta.url).resolve("@sparticuz/chromium") !== "";
}

function runs(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw cause;
  }
}
