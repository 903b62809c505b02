import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./sources.ts";

type Found = { readonly diagnostics: readonly { filename: string; code?: string }[] };

const linter = join(root, "node_modules/.bin/oxlint");

/** The linter ends with an error where it finds one: what it found is what is asked here. */
function lint(folder: string): Found {
  const words = ["--type-aware", "--type-check", "--format=json", "src"];
  try {
    return JSON.parse(execFileSync(linter, words, { cwd: folder, encoding: "utf8" })) as Found;
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    if (!stdout) throw error;
    return JSON.parse(stdout) as Found;
  }
}

/** The rules that fire on each of some texts, as if each stood in a file of the house. */
function rulesFiring(texts: readonly string[]): readonly string[][] {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-lint-"));
  mkdirSync(join(folder, "src"));
  for (const name of ["node_modules", "scripts"]) symlinkSync(join(root, name), join(folder, name));
  for (const name of [".oxlintrc.jsonc", "tsconfig.json"]) {
    cpSync(join(root, name), join(folder, name));
  }
  for (const [nth, text] of texts.entries()) writeFileSync(join(folder, `src/${nth}.ts`), text);
  const { diagnostics } = lint(folder);
  rmSync(folder, { recursive: true });
  return texts.map((_, nth) =>
    diagnostics.flatMap(({ filename, code = "" }) => (filename === `src/${nth}.ts` ? [code] : [])),
  );
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

const refused = [
  ["a promise that nobody waits for", "no-floating-promises", "Promise.resolve(1);\nexport {};"],
  ["a promise that is taken for a truth", "no-misused-promises", "if (Promise.resolve(1)) f();"],
  ["a wait for what is no promise", "await-thenable", "await 1;\nexport {};"],
  [
    "a promise returned out of a try",
    "return-await",
    "export async function f(a: Promise<1>) { try { return a; } catch (e) { throw Error('', { cause: e }); } }",
  ],
  ["a rejection without an error", "prefer-promise-reject-errors", 'void Promise.reject("no");'],
  ["a text that becomes code", "no-implied-eval", "export const f = new Function('return 1');"],
  ["a loop over the keys of a list", "no-for-in-array", "for (const key in [1, 2]) f(key);"],
  [
    "numbers sorted as texts",
    "require-array-sort-compare",
    "export const f = (a: number[]): number[] => a.sort();",
  ],
  ["a type that does not fit", "TS2322", 'export const f: number = "one";'],
  ["a name that nobody uses", "no-unused-vars", "const unused = 1;\nexport {};"],
  ["a comparison that converts", "eqeqeq", "export const f = (a: unknown) => a == 1;"],
  ["a thrown string", "only-throw-error", 'throw "no";\nexport {};'],
  ["an empty catch", "no-swallowed-error", "try { eval; } catch {}\nexport {};"],
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
  ["a letter sent inside a transaction", "sql-only-in-transactions", inTransaction("mail.send()")],
  ["a weak hash", "no-weak-hash", 'createHash("md5");\nexport {};'],
  ["a hash that is chosen elsewhere", "no-weak-hash", "createHmac(given);\nexport {};"],
  ["a number that can be guessed", "no-guessable-number", "export const f = Math.random();"],
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
] as const;

const awaited = ["tx.query('select 1')", "put(tx)", "Promise.all([put(tx), put(tx)])"];

const fixed = ["'a|b'", "`^a$`", "'a' + 'b'", "['a', 'b'].join('|')"];

const patternFrom = (source: string): string =>
  `export const pattern = new RegExp(${source}, "u");`;

describe("lint", () => {
  const firing = rulesFiring([
    ...refused.map(([, , text]) => text),
    ...awaited.map(inTransaction),
    ...fixed.map(patternFrom),
  ]);

  test.each(refused.map(([name, rule], nth) => [name, rule, nth] as const))(
    "refuses %s",
    (_, rule, nth) => {
      expect(firing[nth]?.join()).toContain(`(${rule})`);
    },
  );

  test.each(awaited.map((name, nth) => [name, refused.length + nth] as const))(
    "lets %s be awaited inside a transaction",
    (_, nth) => {
      expect(firing[nth]?.join()).not.toContain("sql-only-in-transactions");
    },
  );

  test.each(fixed.map((name, nth) => [name, refused.length + awaited.length + nth] as const))(
    "lets a pattern be put together from %s",
    (_, nth) => {
      expect(firing[nth]?.join()).not.toContain("patterns-are-literals");
    },
  );
});
