import { randomBytes } from "node:crypto";
import type { Actor } from "../../base/actor.ts";
import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { FactorInvitation } from "../contract/factor.ts";
import type { AccountRefusal } from "../model/account-refusals.ts";
import { isWithinReach, type Account } from "../model/account.ts";
import type { FactorDemand } from "../model/demand.ts";
import {
  base32,
  decideAlgorithm,
  decideFactorCode,
  factorAddress,
  isAppCode,
  type FactorAlgorithm,
} from "../model/factor.ts";
import type { Session } from "../model/session.ts";
import { findAccount } from "../store/accounts.ts";
import {
  dropFactor,
  findFactor,
  putConfirmation,
  putSeal,
  putWaitingFactor,
  takeSpareCode,
  takeStep,
  type KeptFactor,
} from "../store/factors.ts";
import { grantsOf } from "../store/held-grants.ts";
import { dropSessions } from "../store/sessions.ts";
import { isSealedBy, openSeed, sealSeed, type FactorKeys } from "./factor-seal.ts";
import { newRecoveryCode, recoveryCodeSha256 } from "./secrets.ts";
import {
  askingSession,
  endSessions,
  openSession,
  requireProof,
  type Opening,
  type Own,
} from "./session.ts";

/** What the operator has set: without a key nobody can have a second factor. */
export type FactorPolicy = { readonly keys: FactorKeys; readonly demand: FactorDemand };

const seedBytes = 32;
const spareCount = 8;
/** An app is set up at once, or from the beginning. */
const waitsMs = 15 * 60_000;

type Decided<Value> = Promise<Decision<Value, AccountRefusal>>;

/** Makes a seed and tells it once, to whoever has just proved that the account is theirs. */
export async function beginFactor(tx: Tx, own: Own, keys: FactorKeys): Decided<FactorInvitation> {
  const account = await findAccount(tx, own.accountId);
  if (!account) return refuse({ code: "account_missing", id: own.accountId });
  const [key] = keys;
  // Everybody shares the accounts of a demonstration: one's app would lock out all others.
  if (!key || account.demonstration !== null) return refuse({ code: "factor_off" });
  const proved = await requireProof(tx, own);
  if (!proved.ok) return proved;
  return withoutWall(tx, "people.factor", (inner) => invite(inner, account, { key, now: own.now }));
}

async function invite(
  tx: Tx,
  { id, signInName }: Account,
  { key, now }: { key: Uint8Array; now: Date },
): Decided<FactorInvitation> {
  const kept = await findFactor(tx, id);
  if (kept && kept.confirmedAt !== null) return refuse({ code: "factor_exists" });
  const seed = randomBytes(seedBytes);
  await putWaitingFactor(tx, id, { sealed: sealSeed(key, id, seed), at: now.toISOString() });
  return accept({ secret: base32(seed), address: factorAddress(seed, signInName) });
}

export type Confirmed = { readonly session: Session; readonly spareCodes: string[] };

/** Takes an app's first code: from now on the factor holds, and every other session is over. */
export async function confirmFactor(
  tx: Tx,
  { typed, keys }: { typed: string; keys: FactorKeys },
  opening: Opening,
): Decided<Confirmed> {
  const { accountId, now } = opening;
  const kept = await findFactor(tx, accountId);
  const isWaiting = kept && kept.confirmedAt === null;
  if (!isWaiting || now.getTime() - Date.parse(kept.begunAt) > waitsMs) {
    return refuse({ code: "factor_missing" });
  }
  const seed = openSeed(keys, accountId, kept.sealed);
  const decided = decideAlgorithm(seed, typed, now);
  if (!decided.ok) return decided;
  const spareCodes = Array.from({ length: spareCount }, newRecoveryCode);
  const spareSha256 = spareCodes.map(recoveryCodeSha256);
  const at = now.toISOString();
  await putConfirmation(tx, accountId, { ...decided.value, at, spareSha256 });
  const session = await openSession(tx, { ...opening, isStrong: true });
  if (!session.ok) return session;
  await dropSessions(tx, accountId, session.value.id);
  return accept({ session: session.value, spareCodes });
}

export type FactorTrial = {
  readonly accountId: string;
  readonly typed: string | undefined;
  readonly keys: FactorKeys;
  readonly now: Date;
};

/** Whether a second factor was proved; nothing is asked of whoever has none. */
export async function proveFactor(tx: Tx, trial: FactorTrial): Decided<boolean> {
  const { accountId, typed = "" } = trial;
  const kept = await findFactor(tx, accountId);
  if (!kept || kept.algorithm === null) return accept(false);
  if (typed.trim() === "") return refuse({ code: "factor_needed" });
  if (isAppCode(typed)) return proveByApp(tx, { ...kept, algorithm: kept.algorithm }, trial);
  const isTaken = await takeSpareCode(tx, accountId, recoveryCodeSha256(typed));
  return isTaken ? accept(true) : refuse({ code: "factor_code_wrong" });
}

type HeldFactor = KeptFactor & { readonly algorithm: FactorAlgorithm };

async function proveByApp(
  tx: Tx,
  kept: HeldFactor,
  { accountId, typed = "", keys, now }: FactorTrial,
): Decided<boolean> {
  const seed = openSeed(keys, accountId, kept.sealed);
  const decided = decideFactorCode({ ...kept, seed }, typed, now);
  if (!decided.ok) return decided;
  const isFirst = await takeStep(tx, accountId, decided.value);
  if (!isFirst) return refuse({ code: "factor_code_spent" });
  const [key] = keys;
  if (key && !isSealedBy(key, kept.sealed)) {
    await putSeal(tx, accountId, sealSeed(key, accountId, seed));
  }
  return accept(true);
}

/** Proves the factor in a session that was begun without: it goes on under a new token. */
export async function strengthenSession(
  tx: Tx,
  trial: FactorTrial,
  opening: Opening,
): Decided<Session> {
  const proved = await proveFactor(tx, trial);
  if (!proved.ok) return proved;
  if (!proved.value) return refuse({ code: "factor_missing" });
  return openSession(tx, { ...opening, isStrong: true });
}

/** Takes one's own factor away, in a fresh session that was begun with it; all others are over. */
export async function removeFactor(tx: Tx, own: Own, opening: Opening): Decided<Session> {
  const proved = await requireProof(tx, own);
  if (!proved.ok) return proved;
  const kept = await findFactor(tx, own.accountId);
  if (!kept || kept.confirmedAt === null) return refuse({ code: "factor_missing" });
  if (!(await askingSession(tx, own))?.isStrong) return refuse({ code: "factor_needed" });
  await dropFactor(tx, own.accountId);
  const session = await openSession(tx, opening);
  if (session.ok) await dropSessions(tx, own.accountId, session.value.id);
  return session;
}

/** Takes away the factor of an owner who lost it; whoever is in as them is out. */
export async function takeAwayFactor(
  tx: Tx,
  id: string,
  { actor, now }: { actor: Actor; now: Date },
): Decided<null> {
  if (actor.kind === "account" && actor.id === id) return refuse({ code: "account_is_own" });
  const held = await withoutWall(tx, "people.grants", (inner) => grantsOf(inner, id, now));
  if (!isWithinReach(actor, held)) return refuse({ code: "account_beyond_reach" });
  const dropped = await withoutWall(tx, "people.factor", (inner) => dropFactor(inner, id));
  if (!dropped) return refuse({ code: "factor_missing" });
  await endSessions(tx, id);
  return accept(null);
}
