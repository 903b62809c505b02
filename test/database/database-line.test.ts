import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/store/actor.ts";
import { openDb } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { makeAuthority, type Authority, type Certificate } from "../harness/certificates.ts";
import { startCluster, type Cluster } from "../harness/cluster.ts";
import { onPostgresqlName } from "../harness/engines.ts";
import { postgresqlFolder } from "../harness/need.ts";
import { ownEngines } from "../harness/own-engines.ts";

const me = system("test");
const { postgresql } = ownEngines();
const bin = postgresqlFolder();
/** An address of this machine that nobody else listens on. */
const address = "127.77.11.3";

/** Over the network only TLS is spoken; zhibu shows a certificate, guest shows nothing. */
const admitted = `local all all trust
hostssl all guest 127.0.0.0/8 trust
hostssl all zhibu 127.0.0.0/8 cert
`;

describe.skipIf(!("url" in postgresql))(onPostgresqlName("the line to the database"), () => {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-line-"));
  const held: { cluster?: Cluster; authority?: Authority; stranger?: Authority } = {};

  const ask = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: held.cluster?.url("postgres") });
    await client.connect();
    await client.query(statement);
    await client.end();
  };

  /** The server shows this certificate from now on, or speaks in clear. */
  const show = async (shown: Certificate | undefined): Promise<void> => {
    await ask(`alter system set ssl_ca_file = '${held.authority?.cert}'`);
    await ask(`alter system set ssl = '${shown ? "on" : "off"}'`);
    if (shown) await ask(`alter system set ssl_cert_file = '${shown.cert}'`);
    if (shown) await ask(`alter system set ssl_key_file = '${shown.key}'`);
    held.cluster?.halt("fast");
    held.cluster?.start();
  };

  beforeAll(() => {
    if (bin === undefined) return;
    held.cluster = startCluster(bin, [`listen_addresses=${address}`]);
    held.authority = makeAuthority(held.cluster.host, "authority");
    held.stranger = makeAuthority(folder, "stranger");
    writeFileSync(join(held.cluster.host, "data", "pg_hba.conf"), admitted);
  });
  afterAll(() => {
    held.cluster?.stop();
    rmSync(folder, { recursive: true });
  });

  const urlOf = (user: string, words: Readonly<Record<string, string | undefined>>): string => {
    const given = Object.entries(words).filter((pair) => pair[1] !== undefined) as [
      string,
      string,
    ][];
    return `postgresql://${user}@${address}/postgres?${new URLSearchParams(given).toString()}`;
  };
  const checked = { sslmode: "verify-full" };
  const unavailable = { name: "Fault", code: "database_unavailable" };

  test("to another machine is not opened in clear by oversight", async () => {
    expect(await openDb({ url: "postgresql://zhibu@db.zhibu.invalid/zhibu" })).toEqual({
      ok: false,
      refusal: { code: "database_unprotected", host: "db.zhibu.invalid" },
    });
  });

  test("is encrypted, to a server whose certificate was checked, by a certificate of our own", async () => {
    const { cluster, authority } = held;
    if (!cluster || !authority) throw new Error("no cluster");
    await show(authority.issue("server", `IP:${address}`));
    const own = authority.issue("zhibu");
    const sslrootcert = authority.cert;
    const url = urlOf("zhibu", { ...checked, sslrootcert, sslcert: own.cert, sslkey: own.key });
    const opened = await openDb({ url });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    try {
      const { rows } = await opened.value.transaction(me, (tx) =>
        tx.query<{ ssl: boolean; version: string; client: string }>(sql`
          select ssl, version, client_dn as client
            from pg_stat_ssl where pid = pg_backend_pid()`),
      );
      expect(rows).toEqual([{ ssl: true, version: "TLSv1.3", client: "/CN=zhibu" }]);
    } finally {
      await opened.value.close();
    }
    const stranger = held.stranger?.issue("zhibu");
    for (const shown of [undefined, stranger]) {
      const words = { ...checked, sslrootcert, sslcert: shown?.cert, sslkey: shown?.key };
      await expect(openDb({ url: urlOf("zhibu", words), waitMs: 3_000 })).rejects.toThrow();
    }
  });

  test("is not opened to a server that another authority vouches for", async () => {
    const { authority, stranger } = held;
    if (!authority || !stranger) throw new Error("no authority");
    await show(authority.issue("server", `IP:${address}`));
    for (const sslrootcert of [stranger.cert, undefined]) {
      const opening = openDb({ url: urlOf("guest", { ...checked, sslrootcert }), waitMs: 3_000 });
      await expect(opening).rejects.toMatchObject(unavailable);
    }
  });

  test("is not opened to a server of another name, nor to one that speaks in clear", async () => {
    const { authority } = held;
    if (!authority) throw new Error("no authority");
    const url = urlOf("guest", { ...checked, sslrootcert: authority.cert });
    for (const shown of [authority.issue("server", "DNS:db.zhibu.invalid"), undefined]) {
      await show(shown);
      await expect(openDb({ url, waitMs: 3_000 })).rejects.toMatchObject(unavailable);
    }
  });
});
