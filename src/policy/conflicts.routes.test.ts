import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runOne } from "../../test/harness/small-pack.ts";
import { onBothEngines } from "../../test/harness/engines.ts";
import { readPdf, readWord } from "../../test/harness/papers.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { invariant } from "../base/invariant.ts";
import { createServer, type Server } from "../http/server.ts";
import { homeFolder } from "../store/home.ts";
import { openBook } from "./actions.ts";
import { landCheckCommand } from "./commands/land-check.ts";
import type { ConflictReport } from "./contract.ts";
import { policyRoutes } from "./routes.ts";

const packs = join(homeFolder(), "packs");
const base = "/api/v1/policy/conflicts";

const square = (lon: number, lat: number, size: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});
/** Over the canal of the quarter, whose blue line is rigid. */
const byTheCanal = square(116.506, 39.9222, 0.002);
/** Beyond the quarter: only the real districts cover it. */
const farOff = square(116.25, 39.8, 0.001);

onBothEngines("a conflict check", (engine) => {
  let app: Server;
  let folder: string;
  beforeAll(async () => {
    const book = await openBook(packs, "beijing");
    invariant(book.ok, "the shipped pack compiles");
    await loadQuarter(engine.db);
    const routes = [policyRoutes({ book: book.value, clock: () => new Date("2026-03-16T01:42Z") })];
    app = await createServer({ db: engine.db, routes, checkAnswers: true });
    folder = mkdtempSync(join(tmpdir(), "conflicts-"));
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const post = (payload: object, path = "") =>
    app.inject({ method: "POST", url: `${base}${path}`, payload });
  const check = async (payload: object): Promise<ConflictReport> => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(200);
    return answer.json<ConflictReport>();
  };

  test("tells the layers with the rules that speak of them, the stricter first", async () => {
    const report = await check({ place: { geometry: byTheCanal } });
    expect(report).toMatchObject({ answer: "barred", synthetic: true, asOf: "2026-03-16" });
    const [first] = report.conflicts;
    expect(first?.overlap).toMatchObject({ level: "1", relation: "overlaps" });
    const water = report.conflicts.find(({ overlap }) => overlap.layer === "blue_lines")!;
    expect(water.overlap.areaM2).toBeGreaterThan(0);
    expect(water.rules.length).toBeGreaterThan(0);
    expect(water.rules[0]).toMatchObject({
      citation: { zh: expect.stringContaining("·"), en: expect.stringContaining("·") },
    });
    const levels = report.conflicts.map(({ overlap }) => overlap.level);
    expect([...levels].sort()).toEqual(levels);
  });

  test("of what no layer covers says that it is not known", async () => {
    const report = await check({ place: { geometry: farOff } });
    expect(report.answer).toBe("unknown");
    expect(report.unknown).toBeGreaterThan(10);
    expect(report.conflicts.flatMap(({ rules }) => rules)).toEqual([]);
  });

  test("of a named project tells the rules that speak of what is known of it", async () => {
    const report = await check({ place: { project: "zhonggulou" } });
    expect(report).toMatchObject({ place: null, answer: "unknown", conflicts: [] });
  });

  test("comes as a table, as a workbook, as Word and as PDF", async () => {
    const csv = await post({ place: { geometry: byTheCanal } }, "/report.csv?lang=en");
    expect(csv.headers["content-type"]).toContain("text/csv");
    expect(csv.body).toContain("River blue lines,1,overlaps,");
    const [head, first] = csv.body.split("\r\n");
    expect(head).toContain("place,answer,layer,");
    expect(first).toContain("Area drawn,barred,");
    const sheet = await post({ place: { geometry: byTheCanal } }, "/report.xlsx?lang=en");
    expect(sheet.headers["content-type"]).toContain("spreadsheetml");
    const files = unzipSync(sheet.rawPayload);
    const [about, table] = [1, 2].map((at) => strFromU8(files[`xl/worksheets/sheet${at}.xml`]!));
    expect(about).toContain("2026-03-16");
    expect(table).toContain("River blue lines");
    const word = await post({ place: { geometry: byTheCanal } }, "/report.docx?lang=en");
    expect(JSON.stringify(readWord(word.rawPayload))).toContain("River blue lines");
    const pdf = await post({ place: { geometry: byTheCanal } }, "/report.pdf?lang=zh");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(JSON.stringify(readPdf(pdf.rawPayload))).toContain("河道蓝线");
  });

  test.each<[string, object, number, string]>([
    ["nothing", {}, 400, "request_invalid"],
    ["words", { place: { geometry: "here" } }, 422, "geometry_invalid"],
    [
      "null island",
      { place: { geometry: { type: "Point", coordinates: [0, 0] } } },
      422,
      "coordinates_not_lonlat",
    ],
    ["a building that is not there", { place: { building: "x" } }, 404, "building_missing"],
    ["a project that is not there", { place: { project: "x" } }, 404, "project_missing"],
    [
      "a fact that is none",
      { place: { geometry: byTheCanal }, facts: { sky: { blue: true } } },
      422,
      "facts_refused",
    ],
    ["no day", { place: { geometry: byTheCanal }, asOf: "2026-02-30" }, 422, "date_invalid"],
  ])("of %s is refused", async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.json()).toMatchObject({ status, code });
  });

  describe("at the command line", () => {
    const say = (...line: string[]) =>
      runOne(landCheckCommand({ packs, pack: "beijing", withDb: (work) => work(engine.db) }), line);
    const fileOf = (name: string, drawing: unknown): string => {
      const path = join(folder, name);
      writeFileSync(path, JSON.stringify(drawing));
      return path;
    };

    test("ends with 2 where a rigid layer is met or nothing is checked, else with 0", async () => {
      const canal = await say(fileOf("canal.geojson", byTheCanal), "--format", "md");
      expect(canal.exit).toBe(2);
      expect(canal.out).toContain("| River blue lines | 1 · rigid | overlaps |");
      const far = await say(fileOf("far.geojson", farOff));
      expect(far.exit).toBe(0);
      const broken = await say(fileOf("broken.geojson", { type: "Polygon", coordinates: [] }));
      expect(broken.exit).toBe(2);
    });

    test("checks a library feature by feature, and says which it could not", async () => {
      const features = [byTheCanal, farOff, { type: "Point", coordinates: [0, 0] }].map(
        (geometry, at) => ({ type: "Feature", id: `p${at}`, properties: {}, geometry }),
      );
      const library = fileOf("library.geojson", { type: "FeatureCollection", features });
      const out = join(folder, "checks.jsonl");
      const done = await say(library, "--out", out);
      expect(done.exit).toBe(2);
      expect(done.out).toContain("3 places checked, 1 barred, 1 not known, 1 refused");
      const rows = readFileSync(out, "utf8")
        .trim()
        .split("\n")
        .map((row) => JSON.parse(row) as { place: string; report?: ConflictReport });
      expect(rows.map(({ place, report }) => [place, report?.answer])).toEqual([
        ["p0", "barred"],
        ["p1", "unknown"],
        ["p2", undefined],
      ]);
      const csv = join(folder, "checks.csv");
      await say(library, "--out", csv);
      expect(readFileSync(csv, "utf8")).toMatch(/^p2,,,,,refused,/m);
    });
  });
});
