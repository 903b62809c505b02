import { accept, refuse, type Decision } from "../base/decision.ts";
import { bilingual, type Locale } from "../base/message.ts";
import type { Db, Tx } from "../store/db.ts";
import { misuse, refusal, type Call, type Command, type Outcome } from "../terminal/index.ts";
import {
  changeAccount,
  createAccount,
  pageAccounts,
  recoverAccount,
  signOutAccount,
  type Setting,
} from "./actions/accounts.ts";
import { takeAwayFactor } from "./actions/factor.ts";
import { giveGrant } from "./actions/grants.ts";
import type { AccountBody, AccountLine, AccountReceipt, RecoveryCode } from "./contract/account.ts";
import { roles, type Role } from "./contract/grant.ts";
import { normalSignInName } from "./model/account.ts";
import type { PeopleRefusal } from "./model/refusals.ts";
import { operator, perform, type Trace } from "./perform.ts";
import { peopleProblem } from "./problems.ts";
import { findAccountByName, lineOf } from "./store/accounts.ts";
import { dropAllSessions } from "./store/sessions.ts";

/** Gives a piece of work the database, and the identity provider that subjects belong to. */
export type PeopleContext = {
  readonly withDb: (work: (db: Db) => Promise<Outcome>) => Promise<Outcome>;
  readonly issuer: string | undefined;
};

const { actor } = operator();

function refused(reason: PeopleRefusal): Outcome {
  const { code, message } = peopleProblem(reason);
  return refusal(code, message, { ...reason });
}

const told = (json: unknown, say: { zh: string; en: string }): Outcome => ({
  exit: 0,
  json,
  text: (locale: Locale) => say[locale],
});

/** The code is told here once: it is kept nowhere in clear, and no log sees what a command says. */
const codeText = ({ signInName }: AccountLine, { code, until }: RecoveryCode) =>
  bilingual(
    `账号 ${signInName} 的恢复码（只显示这一次，${until} 前有效，用来设置密码）：\n${code}`,
    `the recovery code of ${signInName} (shown once, good until ${until}, sets the password):\n${code}`,
  );

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

async function add({ withDb, issuer }: PeopleContext, call: Call): Promise<Outcome> {
  const [signInName = ""] = call.words;
  const { name, organisation = "", role, email, subject } = call.options;
  const body = {
    ...{ signInName, name: textOf(name) ?? signInName, organisation: String(organisation) },
    ...{ email: textOf(email) ?? null, subject: textOf(subject) ?? null },
  };
  const wanted = roles.find((known) => known === role);
  if (role !== undefined && !wanted) {
    const known = roles.join(", ");
    return refusal("role_unknown", bilingual(`没有这种角色，可用 ${known}`, `roles: ${known}`));
  }
  const order = { body, role: wanted, setting: { issuer, now: new Date() } };
  return withDb(async (db) => {
    const resource = { kind: "account", scope: body.organisation } as const;
    const task = { caller: operator(), act: "create", resource } as const;
    const made = await perform(db, task, (tx, trace) => addInRole(tx, order, trace));
    if (!made.ok) return refused(made.refusal);
    const { account, recovery } = made.value;
    return told(made.value, codeText(account, recovery));
  });
}

type Order = {
  readonly body: AccountBody;
  readonly role: Role | undefined;
  readonly setting: Setting;
};

/** Makes the account and gives it its first role: both, or neither. */
async function addInRole(
  tx: Tx,
  { body, role, setting }: Order,
  trace: Trace,
): Promise<Decision<AccountReceipt, PeopleRefusal>> {
  const receipt = await createAccount(tx, body, setting);
  if (!receipt.ok) return receipt;
  const { id } = receipt.value.account;
  trace.note({ id, detail: { role: role ?? null } });
  if (!role) return receipt;
  const given = await giveGrant(tx, { account: id, role, scope: body.organisation }, setting.now);
  return given.ok ? receipt : given;
}

const mostListed = 10_000;

const lineText = (line: AccountLine): string =>
  [line.signInName, line.name, line.organisation ?? "—", line.disabledAt ?? ""]
    .join("\t")
    .trimEnd();

async function list({ withDb }: PeopleContext, call: Call): Promise<Outcome> {
  const find = textOf(call.options["find"]) ?? "";
  return withDb(async (db) => {
    const task = { caller: operator(), act: "list", resource: { kind: "account" } } as const;
    const page = await perform(db, task, async (tx) =>
      accept(await pageAccounts(tx, actor, { find, limit: mostListed })),
    );
    if (!page.ok) return refused(page.refusal);
    const { accounts } = page.value;
    const lines = accounts.map(lineText).join("\n");
    return told({ accounts }, { zh: lines || "没有账号", en: lines || "there are no accounts" });
  });
}

/** The account of a name, before the act that is done to it. */
async function named(db: Db, typed: string): Promise<Decision<AccountLine, PeopleRefusal>> {
  const signInName = normalSignInName(typed);
  const account = await db.transaction(actor, (tx) => findAccountByName(tx, signInName));
  return account ? accept(lineOf(account)) : refuse({ code: "account_missing", id: signInName });
}

async function disable({ withDb, issuer }: PeopleContext, call: Call): Promise<Outcome> {
  return withDb(async (db) => {
    const found = await named(db, call.words[0] ?? "");
    if (!found.ok) return refused(found.refusal);
    const { id, signInName, version } = found.value;
    const change = { version, disabled: call.options["undo"] !== true };
    const order = { actor, change, setting: { issuer, now: new Date() } };
    const resource = { kind: "account", id } as const;
    const task = { caller: operator(), act: "lock", resource, detail: { ...change } } as const;
    const changed = await perform(db, task, (tx) => changeAccount(tx, id, order));
    if (!changed.ok) return refused(changed.refusal);
    const said = change.disabled
      ? bilingual(`账号 ${signInName} 已停用，会话全部结束`, `${signInName} is disabled and out`)
      : bilingual(`账号 ${signInName} 已恢复使用`, `${signInName} may sign in again`);
    return told(changed.value, said);
  });
}

async function recover({ withDb }: PeopleContext, call: Call): Promise<Outcome> {
  return withDb(async (db) => {
    const found = await named(db, call.words[0] ?? "");
    if (!found.ok) return refused(found.refusal);
    const { id } = found.value;
    const resource = { kind: "account", id } as const;
    const task = { caller: operator(), act: "recover", resource } as const;
    const code = await perform(db, task, (tx) =>
      recoverWholly(tx, id, call.options["factor"] === true),
    );
    if (!code.ok) return refused(code.refusal);
    return told(code.value, codeText(found.value, code.value));
  });
}

/** A code for a new password; where the app is lost too, the second factor goes with it. */
async function recoverWholly(
  tx: Tx,
  id: string,
  isFactorLost: boolean,
): Promise<Decision<RecoveryCode, PeopleRefusal>> {
  const order = { actor, now: new Date() };
  const taken = isFactorLost ? await takeAwayFactor(tx, id, order) : accept(null);
  return taken.ok ? recoverAccount(tx, id, order) : taken;
}

/** Ends the sessions of one account, or of all: whoever was signed in has to sign in anew. */
async function signOut({ withDb }: PeopleContext, call: Call): Promise<Outcome> {
  const [name] = call.words;
  if ((name === undefined) !== (call.options["all"] === true)) {
    return misuse(
      "name_or_all",
      bilingual("写一个账号名，或 --all", "name an account, or say --all"),
    );
  }
  return withDb(async (db) => {
    const ended = name === undefined ? await signOutAll(db) : await signOutOne(db, name);
    if (!ended.ok) return refused(ended.refusal);
    const count = ended.value;
    const said = bilingual(`结束了 ${count} 个会话`, `sessions that were ended: ${count}`);
    return told({ ended: count }, said);
  });
}

const signOutAll = (db: Db): Promise<Decision<number, PeopleRefusal>> =>
  perform(
    db,
    { caller: operator(), act: "close", resource: { kind: "session" }, detail: { all: true } },
    async (tx) => accept(await dropAllSessions(tx)),
  );

async function signOutOne(db: Db, name: string): Promise<Decision<number, PeopleRefusal>> {
  const found = await named(db, name);
  if (!found.ok) return found;
  const { id } = found.value;
  const resource = { kind: "session" } as const;
  const task = { caller: operator(), act: "close", resource, detail: { account: id } } as const;
  return perform(db, task, (tx) => signOutAccount(tx, id, { actor, now: new Date() }));
}

const account = { name: "name", means: bilingual("账号名", "sign-in name") } as const;

const addOptions = [
  { flags: "--name <name>", means: bilingual("姓名", "the person's name") },
  { flags: "--organisation <path>", means: bilingual("所属机构", "path of the organisation") },
  { flags: "--role <role>", means: bilingual("在该机构的角色", "role in that organisation") },
  { flags: "--email <email>", means: bilingual("邮箱", "e-mail address") },
  {
    flags: "--subject <subject>",
    means: bilingual("统一身份认证的标识", "subject at the provider"),
  },
];

const lostFactor = {
  flags: "--factor",
  means: bilingual("并移除丢失的第二因素", "and take away a second factor that was lost"),
};

/** `zhibu people …`: nobody types a password on a command line; a code that serves once is told. */
export const peopleCommands = (context: PeopleContext): Command[] => [
  {
    name: "people add",
    means: bilingual(
      "新建账号，显示一次性恢复码",
      "make an account; tells a code that serves once",
    ),
    takes: [account],
    options: addOptions,
    run: (call) => add(context, call),
  },
  {
    name: "people list",
    means: bilingual("列出账号", "list the accounts"),
    options: [{ flags: "--find <text>", means: bilingual("名字的一部分", "part of a name") }],
    run: (call) => list(context, call),
  },
  {
    name: "people disable",
    means: bilingual("停用账号，结束其会话", "disable an account and end its sessions"),
    takes: [account],
    options: [{ flags: "--undo", means: bilingual("恢复使用", "let it sign in again") }],
    run: (call) => disable(context, call),
  },
  {
    name: "people recover",
    means: bilingual("发恢复码", "tell a code that sets a password"),
    takes: [account],
    options: [lostFactor],
    run: (call) => recover(context, call),
  },
  {
    name: "people out",
    means: bilingual("结束一个账号或所有人的会话", "end the sessions of an account, or of all"),
    takes: [{ ...account, optional: true }],
    options: [{ flags: "--all", means: bilingual("所有账号", "every account") }],
    run: (call) => signOut(context, call),
  },
];
