import { describe, expect, test } from "vitest";
import { unprotectedHost } from "./protection.ts";

describe("a line to the database", () => {
  test.each([
    "postgresql://zhibu@localhost/zhibu",
    "postgresql://zhibu:pw@127.0.0.1:6432/zhibu",
    "postgresql://zhibu@[::1]/zhibu",
    "postgresql://zhibu@/zhibu?host=%2Frun%2Fpostgresql",
    "postgresql://zhibu@db1/zhibu?sslmode=verify-full",
    "postgresql://zhibu@db1/zhibu?application_name=x&sslmode=disable",
    "postgresql://zhibu@localhost,127.0.0.1:5433/zhibu?target_session_attrs=read-write",
  ])("that stays on the machine, or says how it is kept, may be opened: %s", (url) => {
    expect(unprotectedHost([url, undefined])).toBeUndefined();
  });

  test.each([
    ["postgresql://zhibu@db1/zhibu", "db1"],
    ["postgresql://zhibu@10.0.0.7:5432/zhibu?sslmode=require", "10.0.0.7"],
    ["postgresql://zhibu@db1/zhibu?sslmode=prefer", "db1"],
    ["postgresql://zhibu@db1/zhibu?sslmode=no-verify", "db1"],
    ["postgresql://zhibu@db1/zhibu?sslmode=disable&sslmode=verify-full", "db1"],
    ["postgresql://zhibu@127.0.0.1,db2/zhibu", "db2"],
    ["postgresql://zhibu@/zhibu?host=db3", "db3"],
    ["postgresql://zhibu@127.evil.example/zhibu", "127.evil.example"],
  ])("to another machine that says nothing of it is named: %s", (url, host) => {
    expect(unprotectedHost(["postgresql://zhibu@localhost/zhibu", url])).toBe(host);
  });
});
