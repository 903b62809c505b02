import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bufferUnits, tileUnits, type TilePlace } from "../../../src/map/model/grid.ts";
import { nginxProgram } from "../../harness/need.ts";
import { openClient, type Answered } from "./client.ts";
import { startFront } from "./front.ts";

export type MapServer = {
  /** The buildings of a tile, by one of its processes. */
  ask(layer: string, place: TilePlace): Promise<Answered>;
  stop(): Promise<void>;
};

const run = promisify(execFile);

/** What of it is not there, or undefined where it can be started. */
export async function lackOfMapServer(): Promise<string | undefined> {
  for (const program of ["mapserv", "cgi-fcgi", nginxProgram]) {
    const found = await run("which", [program]).catch(() => undefined);
    if (!found) return `apt-get install cgi-mapserver libfcgi-bin nginx-light (${program})`;
  }
  return undefined;
}

/** The address of a database in the words of libpq. */
function connectionOf(url: string): string {
  const { hostname, port, username, password, pathname, searchParams } = new URL(
    url.replace("@/", "@localhost/"),
  );
  const words = {
    host: searchParams.get("host") ?? hostname,
    port: searchParams.get("port") ?? port,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    dbname: pathname.slice(1),
  };
  return Object.entries(words)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

export type MapServerLayer = {
  readonly name: string;
  readonly fields: readonly string[];
  readonly isNamed: boolean;
};

const layerText = (url: string, { name, fields, isNamed }: MapServerLayer): string => {
  const names = isNamed ? ["name", "name_en"] : [];
  const columns = fields.map((field) => `properties->>'${field}' as ${field}`).join(", ");
  return `
  LAYER
    NAME "${name}"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE POSTGIS
    CONNECTION "${connectionOf(url)}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "geom from (select id, name_zh as name, name_en, synthetic, ${columns}, geom
          from land.feature where layer = 'buildings') as building using unique id using srid=4490"
    PROJECTION "init=epsg:4490" END
    METADATA "gml_include_items" "${["id", "synthetic", ...names, ...fields].join(",")}" END
  END`;
};

const mapText = (url: string, layers: readonly MapServerLayer[]): string => `
MAP
  NAME "city"
  EXTENT 115.4 39.4 117.5 41.1
  SIZE 512 512
  PROJECTION "init=epsg:3857" END
  OUTPUTFORMAT
    NAME "mvt"
    DRIVER "MVT"
    MIMETYPE "application/vnd.mapbox-vector-tile"
    EXTENSION "pbf"
    FORMATOPTION "EXTENT=${tileUnits}"
    FORMATOPTION "EDGE_BUFFER=${bufferUnits}"
  END
  ${layers.map((layer) => layerText(url, layer)).join("\n")}
END
`;

const configText = (map: string): string => `
CONFIG
  MAPS
    CITY "${map}"
  END
END
`;

const whenThere = async (path: string): Promise<void> => {
  for (let look = 0; look < 200 && !existsSync(path); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

function queryOf(layer: string, { z, x, y }: TilePlace): string {
  const tile = `${x}+${y}+${z}`;
  return `map=CITY&mode=tile&tilemode=gmap&tile=${tile}&layers=${layer}&map.imagetype=mvt`;
}

/**
 * MapServer by FastCGI behind nginx: as many processes as we have connections, each with its own to
 * SQL. It is asked as we are, by the same client.
 */
export async function startMapServer(
  url: string,
  layers: readonly MapServerLayer[],
  processes: number,
): Promise<MapServer> {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-mapserver-"));
  writeFileSync(join(folder, "city.map"), mapText(url, layers));
  writeFileSync(join(folder, "mapserver.conf"), configText(join(folder, "city.map")));
  const env = { ...process.env, MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf") };
  const { stdout } = await run("which", ["mapserv"]);
  const sockets = Array.from({ length: processes }, (_, nth) => join(folder, `socket-${nth}`));
  for (const socket of sockets) {
    spawn("cgi-fcgi", ["-start", "-connect", socket, stdout.trim(), "1"], { env, stdio: "ignore" });
    await whenThere(socket);
  }
  const front = await startFront(folder, sockets);
  const client = openClient(front.base, processes);
  return {
    ask: (layer, place) => client.get(`/?${queryOf(layer, place)}`),
    stop: async () => {
      client.close();
      await front.stop();
      stopIn(folder);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whether a program was started for this folder: its starter told nobody its number. */
function isOf(pid: string, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EACCES" || code === "ESRCH") return false;
    throw cause;
  }
}

/** Ends the processes that were started for a folder, and no others: asked kindly they stay. */
function stopIn(folder: string): void {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  for (const pid of pids) if (isOf(pid, folder)) process.kill(Number(pid), "SIGKILL");
}
