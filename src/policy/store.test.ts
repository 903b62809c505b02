import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";
import type { Db } from "../store/db.ts";
import { homeFolder } from "../store/home.ts";
import { importText, openBook, verifyCorpus } from "./actions.ts";
import type { Book } from "./model/book.ts";
import {
  appendEvaluation,
  dropExpiredEvaluations,
  findClause,
  findEvaluation,
  listClauses,
} from "./store.ts";

const me = system("test");
const at = "2026-03-16T01:42:00Z";
const ordinals = "一二三四五六七八九十".split("");
const ordinal = (index: number): string =>
  index < 10 ? (ordinals[index] ?? "") : `十${ordinals[index - 10] ?? ""}`;

/** A text of the toolbox's own form and size, with words that nobody published. */
function inventedText(book: Book): string {
  const document = book.source.documents.find(({ value }) => value.id === "bj-toolbox-1.0")?.value;
  invariant(document, "the pack names the toolbox");
  const rows = document.mechanisms.flatMap(({ items }) =>
    Array.from({ length: items }, (_, index) => `（${ordinal(index)}）示例举措，不超过${index}%。`),
  );
  const lines = rows.map((text, index) => `${index + 1}\t机制\t全面实施\t示例委\t${text}`);
  return [document.title.zh, "序号\t政策机制\t政策分类\t牵头单位\t主要举措", ...lines].join("\n");
}

const seeds = join(homeFolder(), "..", "shared", "seeds");
const official = existsSync(seeds)
  ? readdirSync(seeds).find((name) => name.startsWith("001_"))
  : undefined;

/** The text is not part of this work: where it is absent, the name says how to have it. */
const textNeeded = (name: string): string =>
  official ? name : `${name}: to run, put the toolbox text into ../shared/seeds`;

onBothEngines("official texts", (engine) => {
  let book: Book;
  beforeAll(async () => {
    const opened = await openBook(join(homeFolder(), "packs"), "beijing");
    invariant(opened.ok, "the shipped pack compiles");
    book = opened.value;
  });
  const put = (db: Db, text: string) =>
    db.transaction(me, (tx) => importText(tx, book.source, { name: "text.txt", text, at }));

  test("are imported whole, clause by clause", async () => {
    const receipt = await put(engine.db, inventedText(book));
    expect(receipt).toMatchObject({
      ok: true,
      value: { items: 75, mechanisms: [9, 16, 10, 8, 9, 9, 14] },
    });
    const clauses = await engine.db.transaction(me, (tx) => listClauses(tx));
    expect(clauses.map(({ item }) => item)).toEqual(
      Array.from({ length: 75 }, (_, index) => String(index + 1)),
    );
    const tenth = await engine.db.transaction(me, (tx) => findClause(tx, "bj-toolbox-1.0", "10"));
    expect(tenth).toMatchObject({
      mechanism: 2,
      standing: "全面实施",
      text: "（一）示例举措，不超过0%。",
    });
  });

  test("raise their hand where they are not the text that was coded", async () => {
    await put(engine.db, inventedText(book));
    const lines = await engine.db.transaction(me, (tx) => verifyCorpus(tx, book.source));
    const states = new Set(lines.map(({ state }) => state));
    expect(lines.length).toBe(book.source.measures.length);
    expect([...states]).toEqual(["differs"]);
  });

  test("leave what was there when one is refused", async () => {
    await put(engine.db, inventedText(book));
    const broken = inventedText(book).replace("\n40\t", "\n41\t");
    expect(await put(engine.db, broken)).toMatchObject({
      ok: false,
      refusal: { code: "item_out_of_order", expected: 40, found: 41 },
    });
    const short = inventedText(book).split("\n").slice(0, -1).join("\n");
    expect(await put(engine.db, short)).toMatchObject({
      ok: false,
      refusal: { code: "document_miscounted", found: "9/16/10/8/9/9/13" },
    });
    expect(await engine.db.transaction(me, (tx) => listClauses(tx))).toHaveLength(75);
  });

  test("are refused when the pack does not know them", async () => {
    const other = inventedText(book).replace("工具箱", "工具书");
    expect(await put(engine.db, other)).toMatchObject({
      ok: false,
      refusal: { code: "document_unknown" },
    });
  });

  test.skipIf(!official)(
    textNeeded("verify all coded clauses of the real text, and see one changed character"),
    async () => {
      const text = readFileSync(join(seeds, official ?? ""), "utf8");
      const receipt = await put(engine.db, text);
      invariant(receipt.ok, "the official text is imported");
      expect(receipt.value.verification.every(({ state }) => state === "verified")).toBe(true);
      const changed = await put(engine.db, text.replace(/(\n4\t[^\n]*?)20%/, "$121%"));
      invariant(changed.ok, "the changed text is imported");
      const differing = changed.value.verification.filter(({ state }) => state !== "verified");
      expect(differing.map(({ measure }) => measure)).toEqual(["toolbox-1.0/04"]);
    },
  );
});

onBothEngines("a stored evaluation", (engine) => {
  const stored = {
    id: "abc",
    createdAt: at,
    expiresAt: "2026-06-14T01:42:00Z",
    asOf: "2026-03-16",
    encoding: "e",
    engine: "1",
    question: { facts: {} },
    facts: { id: "case", facts: { project: { approved_floor_area: 2000.01 } } },
    answers: { report: { 案例: "示例", values: [1, 2.5, null] } },
  };

  test("comes back as it was, until it expires", async () => {
    await engine.db.transaction(me, (tx) => appendEvaluation(tx, stored));
    const find = (instant: string) =>
      engine.db.transaction(me, (tx) => findEvaluation(tx, "abc", instant));
    expect(await find(at)).toEqual(stored);
    expect(await find("2026-06-14T01:41:59.999Z")).toEqual(stored);
    expect(await find(stored.expiresAt)).toBeUndefined();
  });

  test("is forgotten once it has expired", async () => {
    const drop = (instant: string) =>
      engine.db.transaction(me, (tx) => dropExpiredEvaluations(tx, instant));
    expect(await drop("2026-06-14T01:41:59.999Z")).toBe(0);
    expect(await drop(stored.expiresAt)).toBe(1);
  });
});
