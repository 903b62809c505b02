import { describe, expect, test } from "vitest";
import { hostsOf } from "./hosts.ts";

describe("an address of PostgreSQL", () => {
  test.each([
    ["postgresql://zhibu@localhost/zhibu"],
    ["postgresql://zhibu:pw@/zhibu?host=%2Frun%2Fpostgresql"],
    ["postgres://localhost:5432"],
  ])("%s names one server, and stays as it is", (url) => {
    expect(hostsOf(url)).toEqual({ urls: [url], target: "any" });
  });

  test("names several, each with the rest of the address", () => {
    const url = "postgresql://z:p@a:5433,b,%2Frun%2Fpg/zhibu?sslmode=require";
    expect(hostsOf(url).urls).toEqual([
      "postgresql://z:p@a:5433/zhibu?sslmode=require",
      "postgresql://z:p@b/zhibu?sslmode=require",
      "postgresql://z:p@%2Frun%2Fpg/zhibu?sslmode=require",
    ]);
  });

  test.each([
    ["postgresql://a,b/z?target_session_attrs=read-write", "postgresql://a/z"],
    ["postgresql://a,b/z?target_session_attrs=read-write&x=1", "postgresql://a/z?x=1"],
    ["postgresql://a,b/z?x=1&target_session_attrs=read-write", "postgresql://a/z?x=1"],
  ])("%s says which of them will do, and the driver never hears of it", (url, first) => {
    expect(hostsOf(url)).toMatchObject({ target: "read-write", urls: [first, expect.anything()] });
  });

  test("that asks for what is not offered is refused", () => {
    const url = "postgresql://a,b/z?target_session_attrs=prefer-standby";
    expect(() => hostsOf(url)).toThrow(/read-write/);
  });
});
