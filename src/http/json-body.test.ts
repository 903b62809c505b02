import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { serveTrialRoom } from "../../test/harness/trial-room.ts";
import type { Problem } from "./contract.ts";
import { deepestJson } from "./json-body.ts";
import type { Server } from "./server.ts";

const opened: Server[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const serve = async (): Promise<Server> => {
  const app = await serveTrialRoom();
  opened.push(app);
  return app;
};

/** The status and code of a body, sent to be repeatable: whoever digests it walks all of it. */
async function told(app: Server, payload: string): Promise<string> {
  const headers = { "content-type": "application/json", "idempotency-key": "k1" };
  const answer = await app.inject({ method: "POST", url: "/t/once", payload, headers });
  return `${answer.statusCode} ${answer.json<Partial<Problem>>().code ?? "taken"}`;
}

const nested = (depth: number, [open, close]: readonly [string, string]): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const refused = "400 json_too_deep";

describe("a body", () => {
  test.each([
    ["lists", ["[", "]"]],
    ["objects", ['{"a":', "}"]],
  ] as const)("of %s is read as deep as the limit, and no deeper", async (_, signs) => {
    const app = await serve();
    expect(await told(app, nested(deepestJson, signs))).toBe("200 taken");
    expect(await told(app, nested(deepestJson + 1, signs))).toBe(refused);
    expect(await told(app, nested(50_000, signs))).toBe(refused);
  });

  test("of a million closed brackets side by side is not deep", async () => {
    expect(await told(await serve(), `[${"[],".repeat(300_000)}[]]`)).toBe("200 taken");
  });

  test("may hold any brackets in its texts, behind any quotes", async () => {
    const app = await serve();
    const text = fc.string({ unit: fc.constantFrom("[", "{", '"', "\\", "a"), maxLength: 400 });
    const property = fc.asyncProperty(text, async (name) => {
      expect(await told(app, JSON.stringify({ [name]: [name] }))).toBe("200 taken");
      const deep = nested(deepestJson, ["[", "]"]);
      expect(await told(app, `[${JSON.stringify(name)},${deep}]`)).toBe(refused);
    });
    await fc.assert(property, { numRuns: 50 });
  });

  test("whose text never ends is no JSON", async () => {
    expect(await told(await serve(), `["${"[".repeat(1_000)}`)).toBe("400 json_invalid");
  });
});
