import { system } from "../../src/base/actor.ts";
import { accept } from "../../src/base/decision.ts";
import { createServer, type Server } from "../../src/http/server.ts";
import { createAccount } from "../../src/people/actions/accounts.ts";
import { guardBy, identifyBy, peopleRoutes, type EntryOptions } from "../../src/people/index.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";
import { chaoyang, type Holding } from "./people.ts";

/** Where the tests' pages stand: what another address sends is forged. */
export const ownOrigin = "http://zhibu.test";

/** A clock that a test sets. */
export type TestClock = { now: Date };

/** A server that people sign in to, on a clock that the test sets. */
export async function serveEntry(
  db: Db,
  clock: TestClock,
  options: Partial<EntryOptions> = {},
): Promise<Server> {
  const entry: EntryOptions = {
    clock: () => clock.now,
    isSecure: false,
    ownOrigins: [ownOrigin],
    isDemonstration: async () => false,
    ...options,
  };
  return createServer({
    ...{ db, routes: [peopleRoutes(entry)], clock: entry.clock, checkAnswers: true },
    ...{ identify: identifyBy(db, entry), guard: guardBy(entry) },
    limits: { readsPerMinute: 1_000_000, workPerMinute: 1_000_000 },
  });
}

export type Newcomer = {
  readonly signInName: string;
  readonly organisation: string;
  readonly held?: readonly Holding[];
  readonly now: Date;
};

/** Adds an account as `zhibu people add` does; answers its id and its one-time code. */
export async function addAccount(
  db: Db,
  newcomer: Newcomer,
): Promise<{ id: string; code: string }> {
  const { signInName, organisation, held = [], now } = newcomer;
  const body = { signInName, name: `${signInName} 姓名`, organisation };
  const made = await db.transaction(system("harness"), async (tx) => {
    const receipt = await createAccount(tx, body, { issuer: undefined, now });
    if (!receipt.ok) throw new Error(receipt.refusal.code);
    const { account, recovery } = receipt.value;
    for (const [index, { role, scope }] of held.entries()) {
      await tx.query(sql`
        insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
        values (${`${account.id}-${index}`}, ${account.id}, ${role}, ${scope},
                ${now.toISOString()})`);
    }
    return accept({ id: account.id, code: recovery.code });
  });
  return made.value;
}

type Answered = {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into any answer
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let browsers = 0;

/** A browser: it keeps the cookies that it is given, and the token of its session. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  token: string | undefined;
  /** Each browser has an address of its own, as people at home have. */
  address = `10.0.${(browsers >> 8) & 255}.${browsers++ & 255}`;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Asks for a path of the people room; what is said of the headers goes before the usual. */
  async ask(
    path: string,
    {
      method = "GET",
      body,
      headers = {},
    }: {
      method?: Method;
      body?: object;
      headers?: Record<string, string | undefined>;
    } = {},
  ): Promise<Answered> {
    const usual = {
      "sec-fetch-site": "same-origin",
      "x-csrf-token": this.token,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    };
    const sent = Object.entries({ ...usual, ...headers }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
    );
    const answer = await this.#server.inject({
      remoteAddress: this.address,
      ...{ method, url: `/api/v1/people${path}`, headers: Object.fromEntries(sent) },
      ...(body ? { payload: body } : {}),
    });
    for (const { name, value } of answer.cookies) {
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const isJson = /json/.test(String(answer.headers["content-type"]));
    return {
      status: answer.statusCode,
      body: isJson ? answer.json() : answer.body,
      headers: answer.headers,
    };
  }

  /** Posts, and takes the token of the session that comes of it, as a page does. */
  async enter(path: string, body: object): Promise<Answered> {
    const answer = await this.ask(path, { method: "POST", body });
    if (answer.status === 201) this.token = answer.body.csrfToken;
    return answer;
  }

  /** Who the server thinks this is. */
  async whoAmI(): Promise<string | null> {
    const { body } = await this.ask("/session");
    this.token = body.csrfToken ?? undefined;
    return body.account?.signInName ?? null;
  }
}

export const testPassword = "门前的老槐树今年又开花了";

/** A server with a clock, and people who have set their password there. */
export const townOn = (held: { db: () => Db; server: () => Server; clock: TestClock }) => {
  let count = 0;
  /** Somebody with a password, who is not signed in. */
  const somebody = async (roles: readonly Holding[] = []) => {
    count += 1;
    const signInName = `lin.${count}`;
    const newcomer = { signInName, organisation: chaoyang, held: roles, now: held.clock.now };
    const { id, code } = await addAccount(held.db(), newcomer);
    const browser = new TestBrowser(held.server());
    const body = { signInName, code, newPassword: testPassword };
    const entered = await browser.enter("/session/recovery", body);
    if (entered.status !== 201) throw new Error(entered.body.code);
    await browser.ask("/session", { method: "DELETE" });
    return { id, signInName };
  };
  const signedIn = async (signInName: string, password = testPassword) => {
    const browser = new TestBrowser(held.server());
    const answer = await browser.enter("/session", { signInName, password });
    return { browser, answer };
  };
  /** What the database holds, past every wall. */
  const query = async <Row>(fragment: ReturnType<typeof sql>): Promise<Row[]> => {
    const { rows } = await held.db().transaction(system("test"), (tx) => tx.query<Row>(fragment));
    return rows;
  };
  const after = (ms: number): void => {
    held.clock.now = new Date(held.clock.now.getTime() + ms);
  };
  return { somebody, signedIn, query, after };
};
