import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { landRoutes } from "../../src/land/index.ts";
import type { Server } from "../../src/http/server.ts";
import { operationsRoutes } from "../../src/operations/index.ts";
import { may, peopleRoutes } from "../../src/people/index.ts";
import { actsOf, holders, kinds } from "../../src/people/model/rights-table.ts";
import { openBook, policyRoutes } from "../../src/policy/index.ts";
import type { Db } from "../../src/store/db.ts";
import { homeFolder } from "../../src/store/home.ts";
import { onBothEngines } from "../harness/engines.ts";
import { askAs, seedPeople, serveAs, type Answered } from "../harness/people.ts";
import { loadQuarter } from "../harness/quarter.ts";
import {
  accountOf,
  accountsOfTrials,
  actorOfCell,
  isAllowed,
  isPlaceless,
  readCells,
  scopeOf,
  situations,
  type Cell,
  type Situation,
} from "../harness/rights-cells.ts";
import { trials, type Trial } from "../harness/rights-trials.ts";

const cells = readCells();
const nameOf = ({ kind, act }: Pick<Cell, "kind" | "act">): string => `${kind}.${act}`;

describe("docs/rights.md", () => {
  test("has a cell for each role, kind and act", () => {
    const acts = kinds.flatMap(actsOf);
    expect(cells).toHaveLength(acts.length * holders.length);
  });
});

describe("each cell of docs/rights.md is what the program answers", () => {
  /** As may sees it: the resource of a situation, or what is the whole city's. */
  const resourceOf = (cell: Cell, situation: Situation) => ({
    kind: cell.kind,
    ...(isPlaceless(cell.kind) ? {} : { scope: scopeOf(situation) }),
    owners: situation === "own" ? [accountOf(cell, situation) ?? ""] : ["somebody-else"],
  });

  test.each([...new Set(cells.map(nameOf))])("%s", (name) => {
    for (const cell of cells.filter((one) => nameOf(one) === name)) {
      for (const situation of situations) {
        const allowed = situations.some((one) => isAllowed(cell, one));
        const expected = cell.act === "list" ? allowed : isAllowed(cell, situation);
        const actor = actorOfCell(cell, situation);
        const said = may(actor, cell.act as never, resourceOf(cell, situation));
        expect([cell.holder, situation, said]).toEqual([cell.holder, situation, expected]);
      }
    }
  });
});

/** What a route said: whether it let the act through, and whether the row was in the list. */
const verdictOf = ({ status, body }: Answered, { sees }: Trial): string => {
  if (status >= 500) return `fails with ${status} ${body.code}`;
  if (body.code === "not_allowed") return status === 403 ? "not allowed" : `said by ${status}`;
  if (status >= 400) return `refused by ${body.code}`;
  return sees && !sees.test(JSON.stringify(body)) ? "not seen" : "allowed";
};

/** What a route has to say: a list is answered to whoever sees any of its rows. */
function expectedOf(cell: Cell, situation: Situation): string {
  if (isAllowed(cell, situation)) return "allowed";
  return cell.act === "list" && cell.mark !== "" ? "not seen" : "not allowed";
}

/** Refusals of the thing itself, where the right was there: the trial's thing does not exist. */
const beyondRights = new Map([
  ["map_feature.ask", "refused by building_missing"],
  ["map_import.change", "refused by import_past"],
  ["evaluation.read", "refused by evaluation_missing"],
]);

const entry = {
  clock: () => new Date(),
  isSecure: false,
  ownOrigins: [],
  isDemonstration: async () => false,
};

onBothEngines("each cell whose act has a route", (engine) => {
  let server: Server;
  let count = 0;

  beforeAll(async () => {
    const book = await openBook(join(homeFolder(), "packs"), "beijing");
    if (!book.ok) throw new Error("the shipped pack compiles");
    await loadQuarter(engine.db);
    await seedPeople(engine.db, { ...accountsOfTrials, lender: [], borrower: [] });
    server = await serveAs(engine.db, [
      landRoutes,
      policyRoutes({ book: book.value, clock: () => new Date() }),
      peopleRoutes(entry),
      operationsRoutes({ clock: () => new Date(), chains: [], folder: homeFolder() }),
    ]);
  });
  afterAll(() => server.close());

  const tryOut = async (db: Db, cell: Cell, situation: Situation): Promise<string> => {
    const prepare = trials.get(nameOf(cell));
    if (!prepare) throw new Error(`${nameOf(cell)} is tried`);
    count += 1;
    const who = accountOf(cell, situation);
    const trial = await prepare({ db, who, situation, fresh: `t${count}` });
    return verdictOf(await askAs(server, { as: who, url: trial.url }, trial), trial);
  };

  test.each([...trials.keys()])("%s", async (name) => {
    for (const cell of cells.filter((one) => nameOf(one) === name)) {
      for (const situation of situationsOf(cell)) {
        const where = `${cell.holder} ${situation}`;
        const said = await tryOut(engine.db, cell, situation);
        const other = beyondRights.get(name);
        const told = said === other ? "allowed" : said;
        expect(`${where}: ${told}`).toBe(`${where}: ${expectedOf(cell, situation)}`);
      }
    }
  });

  test.each(["pack", "measures", "facts", "projects"])(
    "policy_pack.read, on the page of %s",
    async (page) => {
      for (const cell of cells.filter((one) => nameOf(one) === "policy_pack.read")) {
        const as = accountOf(cell, "inside");
        const answer = await askAs(server, { as, url: `/api/v1/policy/${page}` });
        const said = verdictOf(answer, { url: page });
        expect(`${cell.holder}: ${said}`).toBe(`${cell.holder}: ${expectedOf(cell, "inside")}`);
      }
    },
  );

  test("all acts that a route does are among those tried", () => {
    const untried = kinds
      .flatMap((kind) => actsOf(kind).map((act) => nameOf({ kind, act })))
      .filter((name) => !trials.has(name));
    expect(untried).toEqual(withoutTrial);
  });
});

/** One's own exists only of what tells of persons, and only for those who are somebody. */
function situationsOf({ kind, act, holder }: Cell): readonly Situation[] {
  const owned = ["account", "grant", "delegation", "audit"].includes(kind) && act !== "create";
  return owned && holder !== "anonymous" ? situations : ["inside", "outside"];
}

/**
 * Acts that are tried by `may` alone: they have no route, or one whose answer never ends, or one
 * that names no account because it is only ever one's own.
 */
const withoutTrial = [
  "account.set_password",
  "account.set_factor",
  "account.close",
  "session.open",
  "session.list",
  "session.close",
  "delegation.create",
  "map_feature.load",
  "corpus.import",
  "corpus.verify",
  "library_run.list",
  "library_run.read",
  "library_run.create",
  "library_run.cancel",
  "library_run.resume",
  "event_stream.read",
  "backup.create",
  "backup.restore",
  "database.migrate",
  "database.move",
  "database.verify",
];
