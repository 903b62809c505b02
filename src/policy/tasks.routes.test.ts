import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { invariant } from "../base/invariant.ts";
import { createServer, type Server } from "../http/server.ts";
import { homeFolder } from "../store/home.ts";
import { openBook } from "./actions.ts";
import type {
  CampaignList,
  CardAnswer,
  CardList,
  CardPage,
  PolicyTree,
  TaskList,
} from "./contract.ts";
import { policyRoutes } from "./routes.ts";

const base = "/api/v1/policy";
const now = new Date("2026-03-16T01:42:00Z");

onBothEngines("the routes of tasks, campaigns, cards and the tree", (engine) => {
  let app: Server;
  /** How often the law has been asked for: an import may change it between two requests. */
  let reads = 0;

  beforeAll(async () => {
    const opened = await openBook(join(homeFolder(), "packs"), "beijing");
    invariant(opened.ok, "the shipped pack compiles");
    const law = {
      clock: () => now,
      get book() {
        reads += 1;
        return opened.value;
      },
    };
    app = await createServer({ db: engine.db, routes: [policyRoutes(law)], checkAnswers: true });
    await app.ready();
  });
  afterAll(() => app.close());

  const get = async <Page>(path: string) => {
    const response = await app.inject({ method: "GET", url: `${base}${path}` });
    return { status: response.statusCode, body: response.json<Page>() };
  };
  const ask = async <Page>(path: string, payload: object) => {
    const response = await app.inject({ method: "POST", url: `${base}${path}`, payload });
    return { status: response.statusCode, body: response.json<Page>() };
  };

  test("ask for the law with each request, and never before", async () => {
    expect(reads).toBe(0);
    for (const page of ["/cards", "/tree", "/campaigns", "/measures", "/tasks"]) {
      const before = reads;
      expect((await get(page)).status).toBe(200);
      expect(reads).toBeGreaterThan(before);
    }
  });

  test("show tasks and duties in one list, by due date, those without one last", async () => {
    const { status, body } = await get<TaskList>("/tasks");
    expect(status).toBe(200);
    expect(body.total).toBe(body.tasks.length);
    const days = body.tasks.map(({ lastDay }) => lastDay);
    expect(days).toEqual([...days].sort((a, b) => ((a ?? "~") < (b ?? "~") ? -1 : 1)));
    expect(body.tasks[0]).toMatchObject({
      id: "action-plan-2021/list.7",
      due: "2021-10",
      lastDay: "2021-10-31",
      past: true,
      state: "done",
      shownBy: [{ document: "cn-practices-1", item: "1.4.1" }],
    });
    expect(new Set(body.tasks.map(({ kind }) => kind))).toEqual(new Set(["task", "duty"]));
    expect(body.tasks.at(-1)).toMatchObject({ due: "unknown", lastDay: null, past: false });
  });

  test("narrow the list by owner, document, state, kind and due date", async () => {
    const plan = await get<TaskList>("/tasks?document=bj-action-plan-2021&due=2021");
    expect(plan.body.tasks).toHaveLength(22);
    const fire = await get<TaskList>("/tasks?owner=bj-fire&due=2021-12&kind=task");
    expect(fire.body.tasks.map(({ id }) => id)).toEqual(["action-plan-2021/list.14"]);
    const done = await get<TaskList>("/tasks?state=done&kind=task");
    expect(done.body.tasks.map(({ id }) => id)).toEqual(["action-plan-2021/list.7"]);
    const open = await get<TaskList>("/tasks?document=cn-opinion-2025&due=unknown");
    expect(open.body.tasks.map(({ group }) => group?.id)).toEqual([
      ...Array.from({ length: 8 }, () => "tasks"),
      ...Array.from({ length: 6 }, () => "supports"),
    ]);
    expect(open.body.total).toBe(plan.body.total);
  });

  test("refuse a due date that is none", async () => {
    expect(await get("/tasks?due=soon")).toMatchObject({ status: 400 });
  });

  test("show six campaigns with their targets as the text puts them, and four paths", async () => {
    const { body } = await get<CampaignList>("/campaigns");
    expect(body.campaigns).toHaveLength(6);
    expect(body.paths).toHaveLength(4);
    expect(body.campaigns[1]).toMatchObject({
      madeBy: [{ id: "bj-housing" }],
      carriedOutBy: [{ id: "bj-districts" }],
      where: [{ fact: "project.category", options: [{ id: "old compound" }] }],
    });
    expect(body.campaigns[1]?.targets[0]).toMatchObject({
      value: 160_000_000,
      unit: "m2",
      relation: "strive_for",
      by: "2025",
    });
  });

  test("show thirty cards, each with its place and its figures", async () => {
    const { body } = await get<CardList>("/cards");
    expect(body.cards).toHaveLength(30);
    expect(body.cards.filter(({ rules }) => rules > 0)).toHaveLength(9);
    expect(body.cards.find(({ id }) => id === "practices-1/2.2.2")).toMatchObject({
      province: { zh: "重庆市" },
      city: null,
      figures: [{ name: "demolished", unit: "%" }, {}, {}, { values: [{ value: [6, 7] }] }],
    });
  });

  test("open a card with its rules as sentences and the facts that it asks for", async () => {
    const { body } = await get<CardPage>("/cards/practices-1/3.1.2");
    expect(body.rules[0]).toMatchObject({ id: "practices-1/3.1.2/more-area", forces: ["may"] });
    expect(body.facts.map(({ id }) => id)).toEqual([
      "project.adds_public_functions",
      "project.counted_before",
      "project.area_asked",
    ]);
  });

  test("answer by a card whether a project meets what that city asked, and by nothing else", async () => {
    const facts = {
      project: { adds_public_functions: true, counted_before: 10_000, area_asked: 1600 },
    };
    const { status, body } = await ask<CardAnswer>("/cards/practices-1/3.1.2/answer", { facts });
    expect(status).toBe(200);
    expect(body.report.verdicts.map(({ rule }) => rule)).toEqual(["practices-1/3.1.2/more-area"]);
    expect(body.report.verdicts[0]).toMatchObject({
      verdict: "applies",
      effects: [{ bounds: [{ id: "share", consequence: "deliberation" }] }],
    });
  });

  test("keep cards out of what the city itself answers", async () => {
    const { body } = await ask<CardAnswer>("/answers", { facts: {} });
    const rules = body.report.verdicts.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith("practices-1/"))).toEqual([]);
  });

  test("refuse a card that is none, facts that no card knows, and a day that is none", async () => {
    expect(await get("/cards/practices-1/9.9.9")).toMatchObject({
      status: 404,
      body: { code: "card_missing" },
    });
    const path = "/cards/practices-1/3.1.2/answer";
    expect(await ask(path, { facts: { project: { area_aksed: 1 } } })).toMatchObject({
      status: 422,
      body: { code: "facts_refused" },
    });
    expect(await ask(path, { facts: {}, asOf: "2026-02-30" })).toMatchObject({
      status: 422,
      body: { code: "date_invalid" },
    });
  });

  test("show the tree of policies: one law that is not here, objects, and fields", async () => {
    const { body } = await get<PolicyTree>("/tree");
    const layers = body.branches.map(({ layer }) => layer);
    expect(new Set(layers)).toEqual(new Set(["one", "n", "x"]));
    expect(body.branches[0]).toMatchObject({ layer: "one", holds: [], lacks: [{}, {}] });
    const planning = body.branches.find(({ id }) => id === "planning");
    expect(planning?.holds[0]?.measures.map(({ id }) => id)).toContain("toolbox-1.0/04");
    expect(planning?.holds[2]?.tasks).toHaveLength(5);
  });
});
