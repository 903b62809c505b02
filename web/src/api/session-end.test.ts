import { expect, test } from "vitest";
import type { SessionPage } from "../../../src/people/contract.ts";
import { msUntilEnd } from "./session-end.ts";

const now = Date.parse("2026-11-21T08:00:00Z");

const ending = (endsAt: string | null): SessionPage => ({
  account: null,
  grants: [],
  session: endsAt === null ? null : { id: "s", means: "password", startedAt: endsAt, endsAt },
  csrfToken: null,
  signIn: { oidc: false, demonstration: [] },
});

test.each([
  ["nobody has asked yet", undefined, false],
  ["nobody is signed in", ending(null), false],
  ["it ends in ten minutes", ending("2026-11-21T08:10:00Z"), 601_000],
  ["this machine's clock is far ahead", ending("2026-11-21T07:00:00Z"), false],
])("the end of a session is looked for when %s", (_, page, ms) => {
  expect(msUntilEnd(page, now)).toBe(ms);
});
