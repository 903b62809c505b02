import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { nginxProgram } from "./need.ts";
import { homeFolder } from "../../src/store/home.ts";

export type Proxy = {
  readonly port: number;
  readonly plainPort: number;
  /** What it has written down of the requests. */
  log(): string;
  stop(): Promise<void>;
};

export type ProxyWish = {
  readonly folder: string;
  readonly cert: string;
  readonly key: string;
  readonly nodes: readonly number[];
  /** The authority of the nodes' certificates; they are spoken to in clear without it. */
  readonly innerAuthority?: string;
};

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const page = (name: string): string =>
  readFileSync(join(homeFolder(), "docs", "operations", "nginx", name), "utf8");

/** The page of the how-to with this machine's places in it; nothing else is changed. */
function confOf({ folder, cert, key, nodes, innerAuthority }: ProxyWish, ports: number[]): string {
  const servers = nodes.map((port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=5s;`);
  const conf = page("zhibu.conf")
    .replace(/server 127\.0\.0\.1:8421.*\n.*8422.*/, servers.join("\n  "))
    .replace("listen 443 ssl", `listen 127.0.0.1:${ports[0]} ssl`)
    .replace("listen 80", `listen 127.0.0.1:${ports[1]}`)
    .replace("/etc/zhibu/tls/cert.pem", cert)
    .replace("/etc/zhibu/tls/key.pem", key)
    .replaceAll("/var/log/nginx", folder);
  if (innerAuthority === undefined) return conf;
  const inner = page("zhibu-inner-tls.conf").replace(
    "/etc/zhibu/tls/inner-authority.pem",
    innerAuthority,
  );
  writeFileSync(join(folder, "inner.conf"), inner);
  return conf
    .replaceAll("http://zhibu", "https://zhibu")
    .replace(/# include .*;/, `include ${join(folder, "inner.conf")};`);
}

const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

const frameOf = (folder: string): string => `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  ${places.map((name) => `${name}_temp_path ${folder}/temporary;`).join("\n  ")}
  include ${folder}/zhibu.conf;
}
`;

/** Whether something answers on a port of this machine. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

const startsWithinMs = 10_000;

/** Starts nginx with the how-to's own page before these nodes. */
export async function startProxy(wish: ProxyWish): Promise<Proxy> {
  const { folder } = wish;
  const [port, plainPort] = [await freePort(), await freePort()];
  mkdirSync(join(folder, "temporary"));
  // Its workers are another user's, and write what they buffer here.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "zhibu.conf"), confOf(wish, [port, plainPort]));
  writeFileSync(join(folder, "nginx.conf"), frameOf(folder));
  const child = spawn(nginxProgram, ["-p", folder, "-c", join(folder, "nginx.conf")]);
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const until = performance.now() + startsWithinMs;
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`no proxy: ${said}`);
    await pause(20);
  }
  return {
    port,
    plainPort,
    log: () => readFileSync(join(folder, "zhibu.log"), "utf8"),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
