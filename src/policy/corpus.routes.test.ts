import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";
import { createServer, type Server } from "../http/server.ts";
import { homeFolder } from "../store/home.ts";
import { importTexts, openBook } from "./actions.ts";
import type { ClausePage, CorpusPage, DocumentPage } from "./contract.ts";
import type { Book } from "./model/book.ts";
import { policyRoutes } from "./routes.ts";

const at = "2026-03-16T01:42:00Z";
const ordinals = "一二三四五六七八".split("");

/** A text of the opinion's form and size, with words that nobody published. */
const invented = [
  "关于持续推进城市更新行动的意见",
  "这里是前言。",
  "一、总体要求",
  "二、主要任务",
  ...ordinals.map((ordinal) => `（${ordinal}）示例任务\n\n任务的文字，不得马虎。`),
  "三、加强支撑保障",
  ...ordinals.slice(0, 6).map((ordinal) => `（${ordinal}）示例保障\n\n保障的文字。`),
  "四、强化组织实施",
].join("\n\n");

onBothEngines("the routes of the corpus", (engine) => {
  let app: Server;
  let book: Book;

  beforeAll(async () => {
    const opened = await openBook(join(homeFolder(), "packs"), "beijing");
    invariant(opened.ok, "the shipped pack compiles");
    book = opened.value;
    const routes = [policyRoutes({ book, clock: () => new Date(at) })];
    app = await createServer({ db: engine.db, routes, checkAnswers: true });
    const files = [{ name: "text.txt", text: invented }];
    const receipt = await engine.db.transaction(system("test"), (tx) =>
      importTexts(tx, book, { files, at, asOf: "2026-03-16" }),
    );
    invariant(receipt.ok, "the invented text is imported");
  });
  afterAll(() => app.close());

  const get = async <Page>(path: string) => {
    const response = await app.inject({ method: "GET", url: `/api/v1/policy/corpus${path}` });
    return { status: response.statusCode, body: response.json<Page>() };
  };

  test("say which texts are there, how what cites them stands, and what is touched", async () => {
    const { status, body } = await get<CorpusPage>("");
    expect(status).toBe(200);
    const opinion = body.documents.find(({ document }) => document === "cn-opinion-2025");
    expect(opinion).toMatchObject({ importedAt: at, clauses: 19, verified: 0 });
    const toolbox = body.documents.find(({ document }) => document === "bj-toolbox-1.0");
    expect(toolbox).toMatchObject({ clauses: 0, differs: 0 });
    expect(toolbox).not.toHaveProperty("importedAt");
    expect(toolbox?.notImported).toBe(
      book.source.measures.filter(({ value }) => value.cite.document === "bj-toolbox-1.0").length,
    );
    expect(body.alarms).toHaveLength(opinion?.differs ?? Number.NaN);
  });

  test("show a document as its tree", async () => {
    const { status, body } = await get<DocumentPage>("/cn-opinion-2025");
    expect(status).toBe(200);
    expect(body.clauses.map(({ item }) => item).slice(0, 5)).toEqual([
      "preamble",
      "1",
      "2",
      "2.1",
      "2.2",
    ]);
    expect(body.clauses[3]).toMatchObject({ parent: "2", kind: "item", heading: "（一）示例任务" });
  });

  test("show a clause with where it stands", async () => {
    const { status, body } = await get<ClausePage>("/cn-opinion-2025/2.8");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      text: "（八）示例任务\n任务的文字，不得马虎。",
      above: [{ item: "2", heading: "二、主要任务" }],
      below: [],
    });
    const part = await get<ClausePage>("/cn-opinion-2025/3");
    expect(part.body.below.map(({ item }) => item)).toEqual(
      [1, 2, 3, 4, 5, 6].map((ordinal) => `3.${ordinal}`),
    );
  });

  test("find words", async () => {
    const words = encodeURIComponent("保障 文字");
    const found = await get<object>(`/search?q=${words}&limit=2`);
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({
      words: ["保障", "文字"],
      hits: [
        { item: "3.1", words: 2 },
        { item: "3.2", words: 2 },
      ],
    });
    const elsewhere = await get<object>(`/search?q=${words}&document=bj-land-plan`);
    expect(elsewhere.body).toMatchObject({ found: 0, hits: [] });
  });

  test.each([
    ["/search?q=", 422, "search_empty"],
    ["/search?q=1+2+3+4+5+6+7+8+9", 422, "search_too_wide"],
    ["/nothing", 404, "document_unknown"],
    ["/bj-land-plan", 404, "document_not_imported"],
    ["/cn-opinion-2025/9.9", 404, "clause_missing"],
  ])("answer %s with %i %s", async (path, status, code) => {
    const answer = await get<{ type: string }>(path);
    expect(answer.status).toBe(status);
    expect(answer.body.type).toContain(code);
  });
});
