import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { invariant } from "../base/invariant.ts";
import { createServer, type Server } from "../http/server.ts";
import { defaultSeed, landRoutes, loadCity, readGround } from "../land/index.ts";
import { loadPackFiles } from "../packs/index.ts";
import { homeFolder } from "../store/home.ts";
import { openBook } from "./actions.ts";
import { sectionsOf } from "../rules/index.ts";
import type {
  Answers,
  EvaluationPage,
  MeasureList,
  MeasurePage,
  MeasureProjects,
  PackTexts,
  ProjectLine,
} from "./contract.ts";
import type { Book } from "./model/book.ts";
import { policyRoutes } from "./routes.ts";

const base = "/api/v1/policy";
const packs = join(homeFolder(), "packs");

const award = {
  contribution: {
    free_of_charge: true,
    open_to_public: true,
    kind: "public space",
    site_area: 500,
  },
  project: { approved_floor_area: 2000 },
};

onBothEngines("the policy routes", (engine) => {
  let app: Server;
  let book: Book;
  let now = new Date("2026-03-16T01:42:00Z");

  beforeAll(async () => {
    const opened = await openBook(packs, "beijing");
    invariant(opened.ok, "the shipped pack compiles");
    book = opened.value;
    const ground = await readGround(join(packs, "beijing"));
    const city = await loadCity(engine.db, { ground, size: "quarter", seed: defaultSeed });
    invariant(city.ok, "the quarter is loaded");
    const routes = [landRoutes, policyRoutes({ book, clock: () => now })];
    app = await createServer({ db: engine.db, routes, checkAnswers: true });
  });
  afterAll(() => app.close());

  const get = async (path: string) => {
    const response = await app.inject({ method: "GET", url: `${base}${path}` });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  };
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await app.inject({
      method: "POST",
      url: `${base}${path}`,
      payload: body,
      headers,
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  const verdictOf = (answers: Answers, rule: string) =>
    answers.report.verdicts.find((verdict) => verdict.rule === rule);

  test("show the pack in force with what it holds", async () => {
    const { status, body } = await get("/pack");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: "beijing",
      encoding: book.program.encoding,
      today: "2026-03-16",
      counts: { measures: book.source.measures.length, projects: 69 },
    });
  });

  test("hand out the texts that the pack in force was compiled from", async () => {
    const { status, body } = await get("/texts");
    const { pack, files } = body as PackTexts;
    expect([status, pack]).toEqual([200, "beijing"]);
    const read = loadPackFiles(new Map(files.map(({ path, text }) => [path, text])), pack);
    expect(read.ok && read.value.encoding).toBe(book.source.encoding);
    expect(files.some(({ path }) => path.startsWith("national/"))).toBe(true);
  });

  test("list the measures and open one with its rules as sentences", async () => {
    const list = await get("/measures");
    expect(list.body["measures"]).toHaveLength(book.source.measures.length);
    const page = await get("/measures/toolbox-1.0/04");
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({
      measure: { cite: { label: { zh: expect.stringContaining("4") } } },
      clause: null,
      figures: expect.arrayContaining([{ text: "20%", parameter: "award_cap" }]),
      combinations: expect.arrayContaining([
        expect.objectContaining({ id: "floor-area-sources", stack: "sum" }),
      ]),
    });
    const { source, rules, combinations } = page.body as unknown as MeasurePage;
    expect(source.path).toBe("beijing/policy/toolbox-1.0/04-floor-area-award.yaml");
    expect(source.text).toContain("id: toolbox-1.0/04");
    expect(rules[0]?.forces).toEqual(["may"]);
    const others = combinations.flatMap((one) => one.others.map(({ id }) => id));
    expect(others).toContain("toolbox-1.0/01");
    expect(others).not.toContain("toolbox-1.0/04");
  });

  test("say what a measure is about as its rules read it, and for which kinds it is ruled out", async () => {
    const { measures, concerns } = (await get("/measures")).body as unknown as MeasureList;
    const about = (id: string) => measures.find((line) => line.id === id)?.concerns ?? [];
    expect(about("toolbox-1.0/04")).toEqual(expect.arrayContaining(["contribution", "heritage"]));
    expect(about("toolbox-1.0/57")).toContain("building.kind:factory");
    expect(about("toolbox-1.0/57")).not.toContain("building.kind:hotel");
    expect(about("toolbox-1.0/01")).toEqual([]);
    const known = new Set(concerns.map(({ id }) => id));
    expect(measures.flatMap((line) => line.concerns).filter((id) => !known.has(id))).toEqual([]);
    expect(concerns.find(({ id }) => id === "building.kind:factory")).toMatchObject({
      heading: { id: "building.kind" },
      title: { zh: "厂房" },
    });
  });

  test("say which named projects a measure touches, as the report of each says it", async () => {
    const { body } = await get("/measures/toolbox-1.0/07/projects");
    const { projects, asOf } = body as unknown as MeasureProjects;
    expect([asOf, projects.length]).toEqual(["2026-03-16", 69]);
    for (const { id, verdict } of projects.filter((_, index) => index % 23 === 0)) {
      const { body: answers } = await post("/answers", { place: { project: id }, facts: {} });
      const own = (answers as Answers).report.verdicts.filter(
        ({ measure }) => measure === "toolbox-1.0/07",
      );
      expect(own.map((line) => line.verdict)).toContain(verdict);
    }
    expect(await get("/measures/toolbox-1.0/99/projects")).toMatchObject({
      status: 404,
      body: { code: "measure_missing" },
    });
  });

  test("name the nearest measure where there is none such", async () => {
    const { status, body } = await get("/measures/toolbox-1.0/99");
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: "measure_missing",
      message: { en: expect.stringContaining("toolbox-1.0/") },
    });
  });

  test("list the dictionary and the named projects, each counted as its own report counts", async () => {
    expect((await get("/facts")).body["facts"]).toHaveLength(book.program.facts.length);
    const projects = (await get("/projects")).body["projects"] as ProjectLine[];
    expect(projects).toHaveLength(69);
    for (const line of projects.filter((_, index) => index % 16 === 0)) {
      const { body } = await post("/answers", { place: { project: line.id }, facts: {} });
      const { applies, undecided, not, exploratory } = sectionsOf((body as Answers).report);
      expect(line).toMatchObject({
        applies: applies.length,
        undecided: undecided.length,
        doesNotApply: not.length,
        exploratory: exploratory.length,
      });
    }
  });

  test("say in two languages what the plan says of a project, and where it is silent", async () => {
    const projects = (await get("/projects")).body["projects"] as ProjectLine[];
    const statedOf = (id: string) => projects.find((line) => line.id === id)?.stated;
    expect(statedOf("taikoo-li-west")).toMatchObject([
      { field: "ring", state: "stated", value: "central", text: { zh: "中心城区（核心区以外）" } },
      {
        field: "kind",
        state: "stated",
        value: "commerce",
        text: { en: "Shopping area or facility" },
      },
      { field: "former_name", state: "stated", text: { zh: "三里屯雅秀" } },
      { field: "named_as", state: "stated", value: "one of several" },
    ]);
    expect(statedOf("inner-ring")).toMatchObject([
      { field: "ring", state: "stated", value: "core" },
      { field: "kind", state: "unsaid" },
    ]);
  });

  test("answer a case without a place, and keep nothing", async () => {
    const { status, body } = await post("/answers", { facts: award });
    expect(status).toBe(200);
    const answers = body as Answers;
    expect(answers.place.kind).toBe("none");
    expect(verdictOf(answers, "toolbox-1.0/04/award")).toMatchObject({
      verdict: "applies",
      effects: [{ amount: { min: 400, max: 400 }, binding: "cap" }],
    });
    expect(answers.questions.length).toBeLessThanOrEqual(6);
    expect(answers.facts.every(({ source }) => source === "asked")).toBe(true);
  });

  test("leave open what is unknown, and name it", async () => {
    const { body } = await post("/answers", { facts: { contribution: award.contribution } });
    expect(verdictOf(body as Answers, "toolbox-1.0/04/award")).toMatchObject({
      verdict: "undecided",
      effects: [{ amount: { min: 0, max: 500 } }],
      missing: [{ kind: "fact", id: "project.approved_floor_area" }],
    });
  });

  test("fill facts from the register and the map for a building", async () => {
    const building = await someBuilding();
    const { status, body } = await post("/answers", { place: { building }, facts: {} });
    expect(status).toBe(200);
    const { place, facts, report } = body as Answers;
    expect(place).toMatchObject({ kind: "building", id: building, synthetic: true });
    expect(report.synthetic).toBe(true);
    const sources = new Set(facts.map(({ source }) => source));
    expect(sources).toContain("registry");
    expect(sources).toContain("map");
  });

  const someBuilding = async (): Promise<string> => {
    const response = await app.inject({
      method: "GET",
      url: "/api/v1/land/layers/buildings/features?limit=1",
    });
    return response.json<{ features: { id: string }[] }>().features[0]?.id ?? "";
  };

  test.each([
    [{ facts: { project: { approved_floor_aera: 1 } } }, "facts_refused"],
    [{ facts: { project: { approved_floor_area: 0.001 } } }, "facts_refused"],
    [{ facts: {}, asOf: "2026-02-30" }, "date_invalid"],
    [{ facts: {}, place: { project: "nowhere" } }, "project_missing"],
    [{ facts: {}, place: { building: "nowhere" } }, "building_missing"],
    [{ facts: {}, asOf: "tomorrow" }, "request_invalid"],
    [{}, "request_invalid"],
  ])("refuse %j by name in both languages", async (body, code) => {
    const answer = await post("/answers", body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({
      code,
      message: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  test("point at the wrong fact and name the right one", async () => {
    const { body } = await post("/answers", { facts: { project: { approved_floor_aera: 1 } } });
    expect(body.errors[0].pointer).toBe("#/facts/project/approved_floor_aera");
    expect(body.errors[0].message.en).toContain("project.approved_floor_area");
  });

  test("store an evaluation that reopens identical", async () => {
    const receipt = await post("/evaluations", { facts: award });
    expect(receipt.status).toBe(201);
    expect(receipt.headers["location"]).toBe(`${base}/evaluations/${receipt.body.id}`);
    const page = (await get(`/evaluations/${receipt.body.id}`)).body as unknown as EvaluationPage;
    expect(page.replay).toEqual({ state: "identical", differences: [], settled: [] });
    expect(page.body).toEqual({ facts: award });
    const again = await post("/answers", { facts: award });
    expect(page.answers).toEqual(again.body);
  });

  test("store the same request once, and refuse its key for another", async () => {
    const key = { "idempotency-key": "k1" };
    const first = await post("/evaluations", { facts: award }, key);
    expect((await post("/evaluations", { facts: award }, key)).body).toEqual(first.body);
    const other = await post("/evaluations", { facts: {} }, key);
    expect(other.body).toMatchObject({ code: "idempotency_key_reused" });
  });

  test("forget an evaluation when its days are over", async () => {
    const { body } = await post("/evaluations", { facts: award });
    now = new Date("2026-07-01T00:00:00Z");
    expect(await get(`/evaluations/${body.id}`)).toMatchObject({
      status: 404,
      body: { code: "evaluation_missing" },
    });
  });
});
