import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { countRoutes, ownTransactions, unasked } from "./doors.ts";
import { code, read } from "./sources.ts";

type Exception = { readonly path: string; readonly reason: string };

const { transactions, unasked: excused } = parse(read("test/tidy/exceptions.yaml")) as {
  transactions: readonly Exception[];
  unasked: readonly Exception[];
};

describe("each route", () => {
  test("asks the table of rights: it goes through perform, or through admit", () => {
    const found = unasked(code()).map((place) => place.replace(/:\d+ .*/, ""));
    expect(found).toEqual(excused.map(({ path }) => path));
    expect(countRoutes(code())).toBeGreaterThan(25);
  });
});

describe("routes and commands", () => {
  test("open no transaction of their own, but for those listed with their reason", () => {
    const listed = transactions.map(({ path }) => path);
    expect(ownTransactions(code()).sort()).toEqual([...listed].sort());
    expect([...transactions, ...excused].filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe("the reader of doors", () => {
  const path = "src/land/routes/thing.ts";
  const route = (method: string, work: string) => ({
    path,
    text: `const x = async (app, { db }) => { app.${method}("/x", {}, async (r) => ${work}); };\n`,
  });
  const listing = {
    path: "src/land/routes/work.ts",
    text: "export async function change(db) { return inner(db); }\nconst inner = (db) => perform(db);\n",
  };

  test("finds a route that does something behind everybody's back", () => {
    expect(unasked([route("get", "listThings(db)")])).toEqual([`${path}:1 get "/x"`]);
    expect(unasked([route("post", "storeThing(db)")])).toEqual([`${path}:1 post "/x"`]);
    expect(unasked([route("delete", "db.transaction(r.actor, drop)")])).toHaveLength(1);
    expect(
      unasked([{ ...listing, path: "src/policy/routes/work.ts" }, route("put", "change(db)")]),
    ).toHaveLength(1);
  });

  test("follows a route to perform, straight away or through functions of its room", () => {
    expect(unasked([route("post", "perform(db, task, work)")])).toEqual([]);
    expect(unasked([listing, route("put", "change(db)")])).toEqual([]);
    expect(unasked([route("get", "admit(db, task)")])).toEqual([]);
  });

  test("finds a door with a transaction of its own, a look at persons among them", () => {
    const look = route("get", "db.transaction(r.actor, listAccounts)");
    expect(ownTransactions([look])).toEqual([path]);
    const command = { path: "src/land/commands.ts", text: "await db\n  .transaction(x, work);\n" };
    expect(ownTransactions([command])).toEqual(["src/land/commands.ts"]);
    expect(ownTransactions([route("get", "perform(db, task, work)")])).toEqual([]);
    expect(ownTransactions([{ ...look, path: "src/land/jobs.ts" }])).toEqual([]);
  });
});
