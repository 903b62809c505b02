import { randomBytes, randomInt } from "node:crypto";
import type { Lexicon } from "./schema.ts";
import { ask, headersOf, type Line, type Visitor } from "./visitor.ts";

/** Somebody with an account and a password of their own, and the words that open it. */
export type Resident = { readonly visitor: Visitor; readonly words: Lexicon };

export const passwords = ["a passphrase nobody else has, 7", "another one that nobody has, 8"];

/** An address that has failed at no password: every door tells apart who comes from where. */
const anyAddress = (): string =>
  [10, ...Array.from({ length: 3 }, () => randomInt(1, 255))].join(".");

const anyName = (): string => `soak-${randomBytes(6).toString("hex")}`;

const dayMs = 86_400_000;
export const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

/** Has an account made, gives it a role, enters by its first code, and lends the role. */
export async function residentOf(line: Line, by: Visitor["headers"]): Promise<Resident> {
  const post = async (template: string, body: object, headers = by) =>
    ask(line, { method: "POST", template: `/api/v1/people/${template}`, body, headers });
  const signInName = anyName();
  const made = await post("accounts", { signInName, name: "更新", organisation: "110000" });
  if (made.status !== 201) throw new Error(`no account is made: ${made.text.slice(0, 300)}`);
  const { account, recovery } = JSON.parse(made.text) as {
    account: { id: string };
    recovery: { code: string };
  };
  await post("grants", { account: account.id, role: "planner", scope: "110000" });
  const from = { "x-forwarded-for": anyAddress() };
  const [newPassword] = passwords;
  const entering = { signInName, code: recovery.code, newPassword };
  const headers = { ...headersOf(await post("session/recovery", entering, from)), ...from };
  const lent = { to: "demo-sponsor", role: "planner", scope: "110000", until: inDays(30) };
  await post("delegations", lent, headers);
  const again = await post(`accounts/${account.id}/recovery`, {});
  const { code } = JSON.parse(again.text) as { code: string };
  const names = [signInName, signInName, anyName(), anyName()];
  return {
    visitor: { name: "resident with a password", headers },
    words: { signInName: names, code: [code, anyName(), anyName()] },
  };
}
