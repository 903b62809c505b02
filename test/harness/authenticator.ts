import { codeAt, stepOf, type FactorAlgorithm } from "../../src/people/model/factor.ts";
import { TestBrowser, testPassword, townOn, type TestClock } from "./entry.ts";
import type { Holding } from "./people.ts";

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function bytesOf(secret: string): Uint8Array {
  const bits = [...secret].map((sign) => signs.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** An authenticator app on somebody's phone, with the secret that was typed into it. */
export const appWith = (
  secret: string,
  clock: TestClock,
  algorithm: FactorAlgorithm = "sha256",
): { code(): string } => ({
  code: () => codeAt(bytesOf(secret), algorithm, stepOf(clock.now)),
});

export const halfMinuteMs = 30_000;

/** The code of a refusal; undefined where there is none. */
export const codeOf = (answer: { body: { code?: string } }): string | undefined => answer.body.code;

/** A town in which people have a second factor. */
export const guardedTownOn = (held: Parameters<typeof townOn>[0]) => {
  const town = townOn(held);
  /** Sets a factor up in a browser; the next half minute has begun when it answers. */
  const setUp = async (browser: TestBrowser, algorithm: FactorAlgorithm = "sha256") => {
    const begun = await browser.ask("/account/factor", { method: "POST" });
    if (begun.status !== 201) throw new Error(begun.body.code);
    const app = appWith(begun.body.secret, held.clock, algorithm);
    const body = { factorCode: app.code() };
    const confirmed = await browser.ask("/account/factor", { method: "PUT", body });
    if (confirmed.status !== 200) throw new Error(confirmed.body.code);
    await browser.whoAmI();
    town.after(halfMinuteMs);
    return { app, spareCodes: confirmed.body.spareCodes as string[] };
  };
  /** Somebody who has one, and is signed in with it. */
  const guarded = async (roles: readonly Holding[] = []) => {
    const { id, signInName } = await town.somebody(roles);
    const { browser } = await town.signedIn(signInName);
    return { id, signInName, browser, ...(await setUp(browser)) };
  };
  /** In by the password, and by a code where one is said. */
  const enter = (signInName: string, factorCode?: string, on = held.server()) =>
    new TestBrowser(on).enter("/session", {
      ...{ signInName, password: testPassword },
      ...(factorCode === undefined ? {} : { factorCode }),
    });
  return { ...town, setUp, guarded, enter };
};
