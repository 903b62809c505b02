import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { readPdf, readWord } from "../../test/harness/papers.ts";
import { invariant } from "../base/invariant.ts";
import { createServer, type Server } from "../http/server.ts";
import { defaultSeed, landRoutes, loadCity, readGround } from "../land/index.ts";
import { ruleItems } from "../rules/index.ts";
import { homeFolder } from "../store/home.ts";
import { openBook } from "./actions.ts";
import type { EvaluationPage } from "./contract.ts";
import { policyRoutes } from "./routes.ts";

const base = "/api/v1/policy/evaluations";
const packs = join(homeFolder(), "packs");
const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

onBothEngines("the files of a report", (engine) => {
  let app: Server;
  let now = new Date("2026-03-16T01:42:00Z");

  beforeAll(async () => {
    const book = await openBook(packs, "beijing");
    invariant(book.ok, "the shipped pack compiles");
    const ground = await readGround(join(packs, "beijing"));
    const city = await loadCity(engine.db, { ground, size: "quarter", seed: defaultSeed });
    invariant(city.ok, "the quarter is loaded");
    const publicUrl = "https://zhibu.example";
    const policy = policyRoutes({ book: book.value, clock: () => now, publicUrl });
    const routes = [landRoutes, policy];
    app = await createServer({ db: engine.db, routes, checkAnswers: true });
  });
  afterAll(() => app.close());

  const store = async (payload: object): Promise<string> => {
    const response = await app.inject({ method: "POST", url: base, payload });
    return response.json<{ id: string }>().id;
  };
  const get = (path: string, language = "zh") =>
    app.inject({ url: `${base}${path}`, headers: { "accept-language": language } });

  test("bear a Chinese name, the address, and each rule that the evaluation has", async () => {
    const id = await store({ place: { project: "weaving-workshop" }, facts: {} });
    const page = (await get(`/${id}`)).json<EvaluationPage>();
    const titles = ruleItems(page.answers.report).map(({ first }) => first.title.zh);
    for (const kind of ["docx", "pdf"] as const) {
      const { statusCode, headers, rawPayload } = await get(`/${id}/report.${kind}`);
      expect([statusCode, headers["content-type"]]).toEqual([200, types[kind]]);
      const name = encodeURIComponent(`政策适用报告-城市织补创新工场-${page.answers.report.asOf}`);
      expect(headers["content-disposition"]).toBe(
        `attachment; filename="report.${kind}"; filename*=UTF-8''${name}.${kind}`,
      );
      const text = kind === "pdf" ? readPdf(rawPayload).join("") : readWord(rawPayload).body;
      expect(titles.filter((title) => !text.includes(title))).toEqual([]);
      expect(text).toContain(`https://zhibu.example/reports/${id}`);
    }
  });

  test("are the same bytes whenever they are asked for, and speak the reader's language", async () => {
    const id = await store({ facts: { project: { is_major: true } } });
    const [one, other] = [await get(`/${id}/report.docx`), await get(`/${id}/report.docx`)];
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true);
    const english = await get(`/${id}/report.docx`, "en");
    expect(english.headers["content-language"]).toBe("en");
    expect(readWord(english.rawPayload).body).toContain("Conclusion");
    const asked = await get(`/${id}/report.docx?lang=en`);
    expect(asked.rawPayload.equals(english.rawPayload)).toBe(true);
  });

  test("of a synthetic place say so on every page", async () => {
    const near = await app.inject("/api/v1/land/layers/buildings/features?limit=1");
    const [building] = near.json<{ features: { id: string }[] }>().features;
    const id = await store({ place: { building: building?.id }, facts: {} });
    const pages = readPdf((await get(`/${id}/report.pdf`)).rawPayload);
    expect(pages.filter((page) => !page.includes("合成数据"))).toEqual([]);
    const { header } = readWord((await get(`/${id}/report.docx`)).rawPayload);
    expect(header).toContain("合成数据");
  });

  test("are refused where there is no such evaluation, or no longer", async () => {
    const id = await store({ facts: {} });
    now = new Date("2026-07-01T00:00:00Z");
    for (const path of [`/${id}/report.pdf`, `/${id}/report.docx`, "/none/report.pdf"]) {
      const refused = await get(path);
      expect(refused.statusCode).toBe(404);
      expect(refused.json()).toMatchObject({ code: "evaluation_missing" });
    }
  });
});
