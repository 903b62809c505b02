import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { root } from "./sources.ts";

/** Stands in a program of one file: the texts below need the types of the language only. */
const canary = `${root}test/tidy/canaries/lint/canary.ts`;

const eslint = new ESLint({ cwd: root });

/** The rules that fire on a text, as if it stood in a file of the house. */
async function rulesFiring(text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: canary });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const inTransaction = (awaited: string): string =>
  `declare const db: { transaction(a: string, w: (tx: Tx) => Promise<void>): Promise<void> };
   declare const mail: { send(): Promise<void> };
   declare const put: (tx: Tx) => Promise<void>;
   type Tx = { query(text: string): Promise<void> };
   await db.transaction("actor", async (tx) => {
     await ${awaited};
   });
   export {};`;

describe("lint", () => {
  test.each([
    ["a promise that nobody waits for", "no-floating-promises", "Promise.resolve(1);\nexport {};"],
    ["a thrown string", "only-throw-error", 'throw "no";\nexport {};'],
    ["an empty catch", "no-restricted-syntax", "try { eval; } catch {}\nexport {};"],
    [
      "a fourth parameter",
      "max-params",
      "export const f = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];",
    ],
    ["any", "no-explicit-any", "export const f = (a: any): unknown => a;"],
    [
      "a default in a switch over a union",
      "switch-exhaustiveness-check",
      "export function f(a: true | false) { " +
        "switch (a) { case true: return 1; case false: return 2; default: return 3; } }",
    ],
    [
      "a member that a switch forgets",
      "switch-exhaustiveness-check",
      'export function f(a: "x" | "y") { switch (a) { case "x": return 1; } return 2; }',
    ],
    [
      "a letter sent inside a transaction",
      "sql-only-in-transactions",
      inTransaction("mail.send()"),
    ],
    ["a weak hash", "no-restricted-syntax", 'createHash("md5");\nexport {};'],
    ["a hash that is chosen elsewhere", "no-restricted-syntax", "createHmac(given);\nexport {};"],
    ["a number that can be guessed", "no-restricted-syntax", "export const f = Math.random();"],
    ["a way to other machines", "no-restricted-globals", 'void fetch("https://a");\nexport {};'],
    ["a name that only pages have", "no-restricted-globals", "export const f = location;"],
    [
      "a pattern made of a text that was given",
      "patterns-are-literals",
      "export const f = (given: string) => new RegExp('^' + given, 'u');",
    ],
    [
      "a pattern made without new",
      "patterns-are-literals",
      "export const f = (given: string[]) => RegExp(['a', given[0]].join('|'));",
    ],
  ])("refuses %s", async (_, rule, text) => {
    expect((await rulesFiring(text)).some((fired) => fired?.endsWith(rule))).toBe(true);
  });

  test.each(["tx.query('select 1')", "put(tx)", "Promise.all([put(tx), put(tx)])"])(
    "lets %s be awaited inside a transaction",
    async (awaited) => {
      const fired = await rulesFiring(inTransaction(awaited));
      expect(fired).not.toContain("house/sql-only-in-transactions");
    },
  );

  test.each(["'a|b'", "`^a$`", "'a' + 'b'", "['a', 'b'].join('|')"])(
    "lets a pattern be put together from %s",
    async (source) => {
      const fired = await rulesFiring(`export const pattern = new RegExp(${source}, "u");`);
      expect(fired).not.toContain("house/patterns-are-literals");
    },
  );
});
