import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAuthority } from "../../test/harness/certificates.ts";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Server } from "./server.ts";

describe("a server with a certificate of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-tls-"));
  const held: { server?: Server; ca?: string } = {};

  beforeAll(async () => {
    const authority = makeAuthority(folder, "authority");
    const { cert, key } = authority.issue("server", "IP:127.0.0.1");
    const tls = { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
    held.ca = readFileSync(authority.cert, "utf8");
    held.server = await serveTrialRoom({ tls, publicUrl: "https://127.0.0.1" });
    await held.server.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await held.server?.close();
    rmSync(folder, { recursive: true });
  });

  const portOf = (): number => (held.server?.server.address() as AddressInfo).port;

  /** What is agreed with a reader who offers this; an error where nothing is. */
  const shake = (offered: ConnectionOptions): Promise<TLSSocket> =>
    new Promise((resolve, reject) => {
      const given = { host: "127.0.0.1", port: portOf(), ca: held.ca, ...offered };
      const socket: TLSSocket = connect(given, () => resolve(socket));
      socket.once("error", reject);
    });
  const agreed = async (offered: ConnectionOptions) => {
    const socket = await shake(offered);
    const said = { version: socket.getProtocol(), suite: socket.getCipher().name };
    socket.destroy();
    return said;
  };

  test("speaks the newest TLS with the strongest suite, and an older one with who knows no other", async () => {
    expect(await agreed({})).toEqual({ version: "TLSv1.3", suite: "TLS_AES_256_GCM_SHA384" });
    expect(await agreed({ maxVersion: "TLSv1.2" })).toEqual({
      ...{ version: "TLSv1.2", suite: "ECDHE-ECDSA-AES256-GCM-SHA384" },
    });
    const weakestFirst = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384";
    const offered = { maxVersion: "TLSv1.2", ciphers: weakestFirst } as const;
    expect((await agreed(offered)).suite).toBe("ECDHE-ECDSA-AES256-GCM-SHA384");
  });

  test.each([
    ["TLS 1.0 and 1.1", { minVersion: "TLSv1", maxVersion: "TLSv1.1" }],
    ["suites that seal apart", { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES256-SHA384" }],
  ] as const)("does not speak %s", async (_, offered) => {
    const ciphers = "ciphers" in offered ? offered.ciphers : "ALL";
    await expect(shake({ ...offered, ciphers: `${ciphers}:@SECLEVEL=0` })).rejects.toThrow();
  });

  test("is not believed under another name, nor by who does not know its authority", async () => {
    await expect(shake({ servername: "zhibu.invalid" })).rejects.toThrow(/altnames|host/i);
    await expect(shake({ ca: undefined })).rejects.toThrow(/certificate/i);
  });

  test("does not answer in clear, and tells browsers never to ask so", async () => {
    const plain = fetch(`http://127.0.0.1:${portOf()}/healthz`);
    await expect(plain).rejects.toThrow();
    const answer = await held.server?.inject("/healthz");
    expect(answer?.headers["strict-transport-security"]).toContain("max-age=");
  });
});
