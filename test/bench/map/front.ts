import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { nginxProgram } from "../../harness/need.ts";
import { answers, freePort } from "../../harness/proxy.ts";

/** A server of HTTP before processes that speak FastCGI, as such programs are run. */
export type Front = {
  readonly base: string;
  stop(): Promise<void>;
};

const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

/** What is answered fits into memory, connections are kept, and nothing is written down. */
const confOf = (folder: string, port: number, sockets: readonly string[]): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  keepalive_requests 1000000;
  ${places.map((name) => `${name}_temp_path ${folder}/temporary;`).join("\n  ")}
  upstream programs {
    least_conn;
    ${sockets.map((socket) => `server unix:${socket} max_conns=1;`).join("\n    ")}
    keepalive ${sockets.length};
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      fastcgi_pass programs;
      fastcgi_keep_conn on;
      fastcgi_buffer_size 64k;
      fastcgi_buffers 32 64k;
      fastcgi_busy_buffers_size 128k;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param REQUEST_METHOD $request_method;
    }
  }
}
`;

/** Starts nginx before these sockets. */
export async function startFront(folder: string, sockets: readonly string[]): Promise<Front> {
  mkdirSync(join(folder, "temporary"));
  // Its workers are another user's.
  chmodSync(folder, 0o755);
  for (const socket of sockets) chmodSync(socket, 0o777);
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), confOf(folder, port, sockets));
  const child = spawn(nginxProgram, ["-p", folder, "-c", join(folder, "nginx.conf")]);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
