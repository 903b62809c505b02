import { expect, test } from "vitest";
import { entryOf } from "./entry-settings.ts";

const oidc = {
  ZHIBU_OIDC_ISSUER: "https://id.example",
  ZHIBU_OIDC_CLIENT_ID: "zhibu",
  ZHIBU_OIDC_CLIENT_SECRET: "s",
};

test("nothing said means no provider, no proxy, and demonstration accounts where they may be", () => {
  expect(entryOf({})).toEqual({
    ...{ publicUrl: undefined, trustProxy: false, offersDemonstration: true, oidc: undefined },
    ...{ tls: undefined, allowsPlain: false, factor: { keys: [], demand: "offered" } },
  });
});

test("a provider is known by three settings, and whom nobody knows is refused unless said", () => {
  expect(entryOf(oidc).oidc?.unknown).toBe("refuse");
  expect(entryOf({ ...oidc, ZHIBU_OIDC_UNKNOWN: "create" }).oidc?.unknown).toBe("create");
  expect(() => entryOf({ ...oidc, ZHIBU_OIDC_CLIENT_SECRET: "" })).toThrow(RangeError);
});

test("the public address is an origin, and its final slash is no matter", () => {
  expect(entryOf({ ZHIBU_PUBLIC_URL: "https://zhibu.example/" }).publicUrl).toBe(
    "https://zhibu.example",
  );
  for (const wrong of ["zhibu.example", "ftp://zhibu.example", "https://zhibu.example/app"]) {
    expect(() => entryOf({ ZHIBU_PUBLIC_URL: wrong })).toThrow(RangeError);
  }
});

test("demonstration accounts can be turned off", () => {
  expect(entryOf({ ZHIBU_DEMO: "off" }).offersDemonstration).toBe(false);
});
