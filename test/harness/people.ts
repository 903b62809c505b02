import { anonymous, system, type Actor } from "../../src/base/actor.ts";
import { createServer, type Routes, type Server } from "../../src/http/server.ts";
import { grantsOf, seedOrganisations, type StatedOrganisation } from "../../src/people/index.ts";
import type { Db } from "../../src/store/db.ts";
import { sql } from "../../src/store/sql.ts";

const organisation = (
  path: string,
  kind: StatedOrganisation["kind"],
  en: string,
): StatedOrganisation => ({
  path,
  parent: path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : null,
  kind,
  title: { zh: `机构${path}`, en },
});

/** The city, two of its districts, and what stands in one of them. */
export const city = "110000";
export const chaoyang = "110000.110105";
export const haidian = "110000.110108";
export const street = "110000.110105.001";

const tree = [
  organisation(city, "city", "Beijing"),
  organisation(chaoyang, "district", "Chaoyang"),
  organisation(haidian, "district", "Haidian"),
  organisation(street, "subdistrict", "A street"),
];

export type Holding = { readonly role: string; readonly scope: string };

/** Plants the tree, and accounts with their roles: the id of an account is its name. */
export async function seedPeople(
  db: Db,
  accounts: Readonly<Record<string, readonly Holding[]>>,
  now = new Date(),
): Promise<void> {
  const at = now.toISOString();
  await db.transaction(system("harness"), async (tx) => {
    await seedOrganisations(tx, tree, now);
    for (const [id, held] of Object.entries(accounts)) {
      await tx.query(sql`
        insert into people.account (account_id, sign_in_name, name, created_at)
        values (${id}, ${id}, ${id}, ${at})
        on conflict do nothing`);
      for (const [index, { role, scope }] of held.entries()) {
        await tx.query(sql`
          insert into people.role_grant (grant_id, account_id, role, scope, granted_at)
          values (${`${id}-${index}`}, ${id}, ${role}, ${scope}, ${at})`);
      }
    }
  });
}

/** An account as the server sees it at this moment. */
export const actorOf = async (db: Db, id: string, now = new Date()): Promise<Actor> => ({
  kind: "account",
  id,
  grants: await db.transaction(system("harness"), (tx) => grantsOf(tx, id, now)),
});

/** The header that says who asks: tests of rights need no password. */
export const accountHeader = "x-test-account";

/** A server on which a header says who asks; what they may is read from the database each time. */
export async function serveAs(
  db: Db,
  routes: readonly Routes<Db>[],
  clock: () => Date = () => new Date(),
): Promise<Server> {
  const identify = async ({ headers }: { headers: Record<string, unknown> }): Promise<Actor> => {
    const id = headers[accountHeader];
    return typeof id === "string" ? actorOf(db, id, clock()) : anonymous;
  };
  const limits = { readsPerMinute: 1_000_000, workPerMinute: 1_000_000 };
  return createServer({ db, routes, clock, identify, limits, checkAnswers: true });
}

export type Ask = {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE" | "PUT";
  readonly body?: object;
  /** The If-Match of a change. */
  readonly tag?: string;
};

/** Asks a server as somebody, or as nobody. */
export async function askAs(
  server: Server,
  { as, url }: { as: string | undefined; url: string },
  { method = "GET", body, tag }: Ask = {},
) {
  const headers: Record<string, string> = {};
  if (as !== undefined) headers[accountHeader] = as;
  if (tag !== undefined) headers["if-match"] = tag;
  const payload = body ? { payload: body } : {};
  const answer = await server.inject({ method, url, headers, ...payload });
  return {
    status: answer.statusCode,
    body: answer.json(),
    tag: String(answer.headers["etag"]),
  };
}

/** What came back: status, JSON and the tag of the version. */
export type Answered = Awaited<ReturnType<typeof askAs>>;
