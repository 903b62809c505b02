import { describe, expect, test } from "vitest";
import { refuseOpenLine } from "./listening.ts";
import { readSettings, settingsOf } from "./settings.ts";

const codeOf = (environment: Record<string, string>): unknown => {
  const refused = refuseOpenLine(settingsOf(environment));
  return (refused?.json as { problem: { code: string } } | undefined)?.problem.code;
};

describe("plain HTTP", () => {
  test.each([{}, { ZHIBU_HOST: "127.0.0.2" }, { ZHIBU_HOST: "::1" }, { ZHIBU_HOST: "localhost" }])(
    "may be spoken where it stays on the machine: %j",
    (environment) => {
      expect(codeOf(environment)).toBeUndefined();
    },
  );

  test.each(["0.0.0.0", "::", "10.0.0.7", "zhibu.example", "127.evil.example"])(
    "is not spoken by oversight where others hear it: %s",
    (host) => {
      expect(codeOf({ ZHIBU_HOST: host })).toBe("listening_unprotected");
      expect(codeOf({ ZHIBU_HOST: host, ZHIBU_PLAIN_HTTP: "on" })).toBeUndefined();
    },
  );
});

test("a certificate without its key stops the start, and the line says which is missing", () => {
  for (const environment of [{ ZHIBU_TLS_KEY: "k" }, { ZHIBU_TLS_CERT_FILE: "/none/cert.pem" }]) {
    expect(readSettings(environment)).toEqual({
      ok: false,
      refusal: expect.stringMatching(/^setting_invalid: .*ZHIBU_TLS_CERT_FILE/),
    });
  }
});
