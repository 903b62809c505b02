import { describe, expect, test } from "vitest";
import { decideChange, decideSignInName, type Account } from "./account.ts";
import { cookieName, readCookie, writeCookie } from "./cookie.ts";
import { isForeign, ownPath } from "./forgery.ts";

describe("a cookie of ours", () => {
  test("is bound to this host where the address is https", () => {
    const name = cookieName("zhibu", { isSecure: true });
    expect(writeCookie(name, "t", { isSecure: true })).toBe(
      "__Host-zhibu=t; Path=/; HttpOnly; SameSite=Lax; Secure",
    );
    expect(writeCookie("zhibu", undefined, { isSecure: false })).toContain("Max-Age=0");
  });

  test.each([
    ["zhibu=a", "a"],
    ["x=1; zhibu=a; y=2", "a"],
    ["notzhibu=a", undefined],
    ["zhibu=a; zhibu=b", undefined],
    [undefined, undefined],
  ])("in %j is %j", (header, value) => {
    expect(readCookie(header, "zhibu")).toBe(value);
  });
});

describe("a request that changes something", () => {
  const asked = { method: "POST", fetchSite: undefined, origin: undefined };
  const ownOrigins = ["https://zhibu.example"];

  test.each([
    [{ fetchSite: "same-origin" }, false],
    [{ fetchSite: "cross-site" }, true],
    [{ fetchSite: "same-site" }, true],
    [{ fetchSite: "none" }, true],
    [{ fetchSite: "same-origin", origin: "https://evil.example" }, false],
    [{ origin: "https://zhibu.example" }, false],
    [{ origin: "https://evil.example" }, true],
    [{ origin: "null" }, true],
    [{}, false],
    [{ method: "GET", fetchSite: "cross-site" }, false],
  ])("%j is foreign: %s", (said, foreign) => {
    expect(isForeign({ ...asked, ...said, ownOrigins })).toBe(foreign);
  });
});

describe("a path to come back to", () => {
  test.each([
    ["/", "/"],
    ["/people?role=auditor#list", "/people?role=auditor#list"],
    ["//evil.example", undefined],
    ["/\\evil.example", undefined],
    ["/a\\b", undefined],
    ["https://evil.example/", undefined],
    ["javascript:alert(1)", undefined],
    ["/\u0009/evil.example", undefined],
    ["people", undefined],
    ["", undefined],
    [`/${"a".repeat(500)}`, undefined],
  ])("%j is %j", (wanted, path) => {
    expect(ownPath(wanted)).toBe(path);
  });
});

describe("a sign-in name", () => {
  test.each([
    ["Lin.Wanqing", "lin.wanqing"],
    [" ｌｉｎ ", "lin"],
    ["林婉清", "林婉清"],
    ["lin@example.org", "lin@example.org"],
  ])("%j is kept as %j", (typed, name) => {
    expect(decideSignInName(typed)).toEqual({ ok: true, value: name });
  });

  test.each(["a", "", ".lin", "lin wan", "lin\u0000", "lin<script>", "a".repeat(101)])(
    "%j is refused",
    (typed) => {
      expect(decideSignInName(typed).ok).toBe(false);
    },
  );
});

describe("a change of an account", () => {
  const account: Account = {
    ...{ id: "a1", signInName: "lin", name: "林", email: null, demonstration: null },
    ...{ organisation: "110000.110105", createdAt: "2026-01-01T00:00:00Z", disabledAt: null },
    version: 3,
  };
  const administrator = (scope: string, id = "boss") =>
    ({ kind: "account", id, grants: [{ role: "administrator", scope }] }) as const;
  const change = (
    actor: ReturnType<typeof administrator>,
    wanted: object,
    held: readonly { role: string; scope: string }[] = [],
  ) => {
    const now = new Date("2026-11-21T08:00:00Z");
    return decideChange({ actor, account, held, change: { version: 3, ...wanted }, now });
  };
  const codeOf = (decided: ReturnType<typeof change>) =>
    decided.ok ? "done" : decided.refusal.code;

  test("changes what is named, and nothing else", () => {
    const decided = change(administrator("110000"), { name: " 林婉清 ", disabled: true });
    expect(decided).toEqual({
      ok: true,
      value: { ...account, name: "林婉清", disabledAt: "2026-11-21T08:00:00.000Z" },
    });
  });

  test("is refused on a version that somebody else has changed", () => {
    expect(codeOf(change(administrator("110000"), { version: 2 }))).toBe("account_changed");
  });

  test("is refused where the account holds more than the administrator looks after", () => {
    const held = [{ role: "auditor", scope: "110000" }];
    expect(codeOf(change(administrator("110000.110105"), {}, held))).toBe("account_beyond_reach");
    expect(codeOf(change(administrator("110000"), {}, held))).toBe("done");
  });

  test("is refused to the owner, who administers nothing", () => {
    const owner = { kind: "account", id: "a1", grants: [] } as const;
    const now = new Date();
    const decided = decideChange({
      ...{ actor: owner, account, held: [], now },
      change: { version: 3, name: "x" },
    });
    expect(codeOf(decided)).toBe("account_beyond_reach");
  });

  test("moves no account out of the administrator's reach", () => {
    const moved = { organisation: "110000.110108" };
    expect(codeOf(change(administrator("110000.110105"), moved))).toBe("account_beyond_reach");
    expect(codeOf(change(administrator("110000"), moved))).toBe("done");
  });

  test("leaves no administrator locked out by their own hand", () => {
    expect(codeOf(change(administrator("110000", "a1"), { disabled: true }))).toBe(
      "account_is_own",
    );
  });
});
