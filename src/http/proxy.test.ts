import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as plainly } from "node:http";
import { request as secretly, type RequestOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  makeAuthority,
  type Authority,
  type Certificate,
} from "../../test/harness/certificates.ts";
import { nameWithCure, need } from "../../test/harness/need.ts";
import { startProxy, type Proxy, type ProxyWish } from "../../test/harness/proxy.ts";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Server } from "./server.ts";

const nginx = need("nginx");
const publicUrl = "https://zhibu.example";

describe.skipIf(!nginx.present)(nameWithCure("the proxy of the how-to", nginx), () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-proxy-"));
  const started: { stop(): Promise<void> }[] = [];
  const held: { authority?: Authority; shown?: Certificate } = {};

  beforeAll(() => {
    held.authority = makeAuthority(folder, "authority");
    held.shown = held.authority.issue("proxy", "DNS:zhibu.example");
  });
  afterEach(async () => {
    for (const one of started.splice(0).reverse()) await one.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const serve = async (...given: Parameters<typeof serveTrialRoom>): Promise<number> => {
    const app: Server = await serveTrialRoom(...given);
    await app.listen({ host: "127.0.0.1", port: 0 });
    started.push({ stop: () => app.close() });
    return (app.server.address() as AddressInfo).port;
  };
  const stand = async (nodes: number[], more: Partial<ProxyWish> = {}): Promise<Proxy> => {
    if (!held.shown) throw new Error("no certificate");
    const own = mkdtempSync(join(folder, "nginx-"));
    const proxy = await startProxy({ folder: own, nodes, ...held.shown, ...more });
    started.push(proxy);
    return proxy;
  };
  const ca = (): string => readFileSync(held.authority?.cert ?? "", "utf8");

  type Told = { status: number; headers: Readonly<Record<string, unknown>> };
  const ask = (port: number, path: string, more: RequestOptions = {}): Promise<Told> =>
    new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path, servername: "zhibu.example", ca: ca() };
      const send = more.protocol === "http:" ? plainly : secretly;
      const headers = { host: "zhibu.example", ...more.headers };
      const sent = send({ ...options, ...more, headers }, (answer) => {
        answer.resume();
        answer.once("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers }),
        );
      });
      sent.once("error", reject);
      sent.end();
    });

  const shake = (port: number, offered: ConnectionOptions): Promise<string> =>
    new Promise((resolve, reject) => {
      const given = { host: "127.0.0.1", port, servername: "zhibu.example", ca: ca(), ...offered };
      const socket: TLSSocket = connect(given, () => {
        resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.destroy();
      });
      socket.once("error", reject);
    });

  test("speaks TLS 1.3 and 1.2 with the strongest suite first, and nothing older or weaker", async () => {
    const { port } = await stand([await serve()]);
    expect(await shake(port, {})).toBe("TLSv1.3 TLS_AES_256_GCM_SHA384");
    const weakestFirst = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384";
    expect(await shake(port, { maxVersion: "TLSv1.2", ciphers: weakestFirst })).toBe(
      "TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384",
    );
    const refused: ConnectionOptions[] = [
      { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" },
      { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES256-SHA384:@SECLEVEL=0" },
      { ca: undefined },
      { servername: "zhibu.invalid" },
    ];
    for (const offered of refused) await expect(shake(port, offered)).rejects.toThrow();
  });

  test("leads people from clear to TLS, tells programs no, and insists for a year", async () => {
    const { port, plainPort } = await stand([await serve({ publicUrl })]);
    const clear = { protocol: "http:" };
    expect(await ask(plainPort, "/policies", clear)).toMatchObject({
      status: 301,
      headers: { location: "https://zhibu.example/policies" },
    });
    const program = await ask(plainPort, "/api/t/who", clear);
    expect(program.status).toBe(403);
    expect(program.headers["location"]).toBeUndefined();
    const { status, headers } = await ask(port, "/api/t/who");
    expect(status).toBe(200);
    expect(String(headers["strict-transport-security"])).toContain("max-age=31536000");
  });

  test("tells the node who asks, hides its figures, and writes no address of a report down", async () => {
    const limits = { readsPerMinute: 2, workPerMinute: 2 };
    const proxy = await stand([await serve({ limits, trustProxy: true })]);
    const statuses: number[] = [];
    for (const claimed of ["1.1.1.1", "2.2.2.2", "3.3.3.3"]) {
      const headers = { "x-forwarded-for": claimed };
      statuses.push((await ask(proxy.port, "/t/list?limit=7", { headers })).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask(proxy.port, "/metrics")).status).toBe(404);
    const lines = proxy.log().trim().split("\n");
    expect(lines).toHaveLength(4);
    expect(proxy.log()).not.toMatch(/limit|list|metrics/);
  });

  test("believes nodes on other machines only by their own authority and name", async () => {
    const { authority } = held;
    if (!authority) throw new Error("no authority");
    const innerAuthority = authority.cert;
    const nodeWith = async ({ cert, key }: Certificate): Promise<number> =>
      serve({ tls: { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") } });
    const stranger = makeAuthority(folder, "stranger");
    const name = "DNS:node.zhibu.internal";
    const right = await stand([await nodeWith(authority.issue("node", name))], { innerAuthority });
    expect((await ask(right.port, "/api/t/who")).status).toBe(200);
    for (const issued of [
      stranger.issue("false-node", name),
      authority.issue("other-node", "DNS:other.zhibu.internal"),
    ]) {
      const wrong = await stand([await nodeWith(issued)], { innerAuthority });
      expect((await ask(wrong.port, "/api/t/who")).status).toBe(502);
    }
    const clear = await stand([await serve()], { innerAuthority });
    expect((await ask(clear.port, "/api/t/who")).status).toBe(502);
  });
});
