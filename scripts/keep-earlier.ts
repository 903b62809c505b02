/**
 * Keeps a small database as the program of today makes it, for the programs of tomorrow to open:
 * npx tsx scripts/keep-earlier.ts, before each release. It is the one kept before, brought up to
 * date, so that every kept row has gone through every migration; what it lacks yet is planted.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { system } from "../src/base/actor.ts";
import { delegate } from "../src/people/actions/delegations.ts";
import { openSession } from "../src/people/actions/session.ts";
import {
  auditChain,
  grantsOf,
  loadDemonstrations,
  seedOrganisations,
} from "../src/people/index.ts";
import { findDemonstration } from "../src/people/store/accounts.ts";
import { writeBackup } from "../src/store/backup.ts";
import { makeSealer } from "../src/store/chain/sealer.ts";
import { openDb, type Db, type Tx } from "../src/store/db.ts";
import { homeFolder } from "../src/store/home.ts";
import { restoreBackup } from "../src/store/restore.ts";

const folder = join(homeFolder(), "test", "database", "earlier");
const cacheFolder = join(homeFolder(), ".zhibu", "cache");
const newest = (path: string, ending: string): string =>
  readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .at(-1)
    ?.slice(0, -ending.length) ?? "";

const me = system("keep");
const now = new Date();
const city = "110000";
const district = "110000.110105";

/** A city with one account for each kind of user, somebody who is in, a role lent, a seal. */
async function plant(db: Db): Promise<void> {
  await db.transaction(me, (tx) =>
    seedOrganisations(
      tx,
      [
        { path: city, parent: null, kind: "city", title: { zh: "北京市", en: "Beijing" } },
        { path: district, parent: city, kind: "district", title: { zh: "朝阳区", en: "Chaoyang" } },
      ],
      now,
    ),
  );
  if ((await loadDemonstrations(db, now)) === 0) return;
  const officer = await db.transaction(me, (tx) => idOf(tx, "district_officer"));
  const grants = await db.transaction(me, (tx) => grantsOf(tx, officer, now));
  await db.transaction({ kind: "account", id: officer, grants }, (tx) => lend(tx, officer));
  await db.transaction(me, (tx) =>
    openSession(tx, {
      ...{ accountId: officer, means: "demonstration", token: "kept", earlier: undefined },
      ...{ address: "127.0.0.1", browser: "", now },
    }),
  );
  const sealer = makeSealer(db, [auditChain]);
  await sealer.sealNow();
  await sealer.sealNow();
}

async function idOf(tx: Tx, role: string): Promise<string> {
  const account = await findDemonstration(tx, role);
  if (!account) throw new Error(`no account shows ${role}`);
  return account.id;
}

async function lend(tx: Tx, from: string): Promise<unknown> {
  const until = new Date(now.getTime() + 30 * 24 * 3_600_000).toISOString();
  const to = "demo-planner";
  const lent = await delegate(
    tx,
    { to, role: "district_officer", scope: district, until },
    { from, now },
  );
  if (!lent.ok) throw new Error(lent.refusal.code);
  return lent;
}

const before = newest(folder, ".zhibu");
const today = newest(join(homeFolder(), "db", "migrations"), ".sql");
const work = mkdtempSync(join(tmpdir(), "zhibu-keep-"));
try {
  const target = { folder: join(work, "data"), cacheFolder };
  const restored = await restoreBackup({ file: join(folder, `${before}.zhibu`) }, target);
  if (!restored.ok) throw new Error(JSON.stringify(restored.refusal));
  const opened = await openDb({ ...target, snapshotMinutes: 0 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  await plant(opened.value);
  const file = join(folder, `${today}.zhibu`);
  const { tables, rows } = await writeBackup(opened.value, { file, now });
  await opened.value.close();
  console.log(`${file}: ${tables} tables, ${rows} rows, from ${before}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
