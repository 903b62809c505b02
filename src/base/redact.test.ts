import { describe, expect, test } from "vitest";
import { redact, redacted, redactText } from "./redact.ts";

describe("what others may see", () => {
  test.each([
    ["Authorization: Bearer abc.DEF-123", "abc.DEF-123"],
    ["postgresql://zhibu:hunter2@db/zhibu", "hunter2"],
    ["GET /reports/open?key=4f2a91", "4f2a91"],
    ["stored $argon2id$v=19$m=19456$c2FsdA$aGFzaA", "c2FsdA"],
    ["write to wang.fang@example.org now", "wang.fang"],
    ["证件 11010519900307123X 已核", "11010519900307123X"],
    ["电话 13912345678。", "13912345678"],
    ['invalid input syntax for type integer: "my secret"', "my secret"],
    ["token eyJhbGciOiJI.eyJzdWIiOiIx.c2ln", "eyJzdWIiOiIx"],
  ])("of %j is without the secret", (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
    expect(redactText(text)).toContain(redacted);
  });

  test.each(["GET /api/v1/land/city", "2026-11-21T08:00:00.123Z took 1732176000000 ms", "多少？"])(
    "of %j is all of it",
    (text) => expect(redactText(text)).toBe(text),
  );

  test("hides a value by its name, however that is written and however deep it stands", () => {
    const seen = redact({
      a: [{ "X-API-Key": "s1", newPassword: "s2" }],
      Set_Cookie: ["s3"],
      n: 1,
    });
    expect(seen).toEqual({
      a: [{ "X-API-Key": redacted, newPassword: redacted }],
      Set_Cookie: redacted,
      n: 1,
    });
  });

  test("of an error is its words and its causes, not the row that it held", () => {
    const cause = Object.assign(new Error("duplicate key"), { detail: "Key (mail)=(a@b.cn)" });
    const seen = JSON.stringify(redact(new Error("could not write", { cause })));
    expect(seen).toContain("duplicate key");
    expect(seen).not.toContain("a@b.cn");
  });

  test("ends, whatever refers to itself", () => {
    const knot: Record<string, unknown> = {};
    knot["again"] = knot;
    expect(JSON.stringify(redact(knot))).toContain("[deeper]");
  });
});
