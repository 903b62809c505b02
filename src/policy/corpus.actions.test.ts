import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import { invariant } from "../base/invariant.ts";
import type { Db } from "../store/db.ts";
import { homeFolder } from "../store/home.ts";
import { searchCorpus } from "./actions/corpus-search.ts";
import { importTexts, openBook, raiseAlarms } from "./actions.ts";
import type { Book } from "./model/book.ts";
import { appendEvaluation, findClause, listClauses } from "./store.ts";
import { listAlarms } from "./store/alarms.ts";

const me = system("test");
const at = "2026-03-16T01:42:00Z";
const later = "2026-03-17T01:42:00Z";
const asOf = "2026-03-16";
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
  ? readdirSync(seeds).filter((name) => /^00[0-4]_/.test(name))
  : [];

/** The texts are not part of this work: where they are absent, the name says how to have them. */
const textsNeeded = (name: string): string =>
  official.length === 5 ? name : `${name}: to run, put the official texts into ../shared/seeds`;

const officialFile = (start: string) => {
  const name = official.find((one) => one.startsWith(start)) ?? "";
  return { name, text: readFileSync(join(seeds, name), "utf8") };
};

onBothEngines("official texts", (engine) => {
  let book: Book;
  beforeAll(async () => {
    const opened = await openBook(join(homeFolder(), "packs"), "beijing");
    invariant(opened.ok, "the shipped pack compiles");
    book = opened.value;
  });
  const put = (db: Db, text: string, when = at) =>
    db.transaction(me, (tx) =>
      importTexts(tx, book, { files: [{ name: "text.txt", text }], at: when, asOf }),
    );
  const toolbox = { document: "bj-toolbox-1.0" };

  test("are imported whole, clause by clause, and again with what changed", async () => {
    const text = inventedText(book);
    const receipt = await put(engine.db, text);
    expect(receipt).toMatchObject({
      ok: true,
      value: {
        documents: [{ ...toolbox, counts: { item: [9, 16, 10, 8, 9, 9, 14] }, changes: null }],
      },
    });
    const tenth = await engine.db.transaction(me, (tx) => findClause(tx, "bj-toolbox-1.0", "10"));
    expect(tenth).toMatchObject({
      parent: "group-2",
      cells: ["全面实施", "示例委"],
      text: "（一）示例举措，不超过0%。",
    });
    const again = await put(engine.db, text.replace("（三）示例", "（三）改过的示例"));
    expect(again).toMatchObject({
      ok: true,
      value: { documents: [{ changes: { added: [], removed: [], changed: ["3"] } }] },
    });
  });

  test("raise an alarm with what rests on them, which keeps its day", async () => {
    await engine.db.transaction(me, (tx) =>
      appendEvaluation(tx, {
        ...{ id: "touched", createdAt: at, expiresAt: later, asOf, encoding: "e", engine: "1" },
        ...{ question: {}, facts: {} },
        answers: {
          report: { verdicts: [{ measure: "toolbox-1.0/04", verdict: "undecided" }] },
        },
      }),
    );
    const receipt = await put(engine.db, inventedText(book));
    invariant(receipt.ok, "the invented text is imported");
    const { alarms } = receipt.value.verification;
    const measures = book.source.measures.filter(
      ({ value }) => value.cite.document === "bj-toolbox-1.0",
    );
    expect(alarms.map(({ id }) => id).toSorted()).toEqual(
      measures.map(({ value }) => value.id).toSorted(),
    );
    const fourth = alarms.find(({ id }) => id === "toolbox-1.0/04");
    const coded = measures.find(({ value }) => value.id === "toolbox-1.0/04")?.value;
    expect(fourth).toMatchObject({ raisedAt: at, evaluations: ["touched"] });
    expect(fourth?.rules).toEqual(coded?.rules?.map((rule) => `toolbox-1.0/04/${rule.id}`));
    expect(fourth?.cases).toEqual(coded?.cases?.map(({ name }) => name));
    await engine.db.transaction(me, (tx) => raiseAlarms(tx, book, { at: later, asOf }));
    const kept = await engine.db.transaction(me, (tx) => listAlarms(tx));
    expect(new Set(kept.map(({ raisedAt }) => raisedAt))).toEqual(new Set([at]));
  });

  test("leave what was there when one is refused", async () => {
    await put(engine.db, inventedText(book));
    const broken = inventedText(book).replace("\n40\t", "\n41\t");
    expect(await put(engine.db, broken)).toMatchObject({
      ok: false,
      refusal: { code: "item_out_of_order", expected: 40, found: 41, file: "text.txt" },
    });
    const short = inventedText(book).split("\n").slice(0, -1).join("\n");
    expect(await put(engine.db, short)).toMatchObject({
      ok: false,
      refusal: {
        code: "document_miscounted",
        expected: "9/16/10/8/9/9/14 item",
        found: "9/16/10/8/9/9/13 item",
      },
    });
    expect(await engine.db.transaction(me, (tx) => listClauses(tx))).toHaveLength(82);
  });

  test("are refused when the pack does not know them, or they come twice", async () => {
    const text = inventedText(book);
    expect(await put(engine.db, text.replace("工具箱", "工具书"))).toMatchObject({
      ok: false,
      refusal: { code: "document_unknown" },
    });
    const files = [
      { name: "one.txt", text },
      { name: "two.txt", text },
    ];
    const twice = await engine.db.transaction(me, (tx) =>
      importTexts(tx, book, { files, at, asOf }),
    );
    expect(twice).toEqual({
      ok: false,
      refusal: { code: "document_twice", ...toolbox, file: "two.txt" },
    });
  });

  test("are searched by words, those with all of them first, and each is shown", async () => {
    const text = inventedText(book)
      .replace("（二）示例举措", "（二）甲乙丙之外的示例举措")
      .replace("（四）示例举措", "（四）甲乙丙与丁戊相连");
    await put(engine.db, text);
    const search = (words: string) =>
      engine.db.transaction(me, (tx) => searchCorpus(tx, { text: words, limit: 10 }));
    expect(await search("甲乙丙  丁戊")).toMatchObject({
      ok: true,
      value: {
        found: 2,
        hits: [
          {
            item: "4",
            words: 2,
            marks: [
              { start: 3, end: 6 },
              { start: 7, end: 9 },
            ],
          },
          { item: "2", words: 1 },
        ],
      },
    });
    expect(await search("甲丙")).toMatchObject({ ok: true, value: { found: 0, hits: [] } });
    expect(await search(" ，。 ")).toEqual({ ok: false, refusal: { code: "search_empty" } });
    expect(await search("甲 乙 丙 丁 戊 己 庚 辛 壬")).toMatchObject({
      ok: false,
      refusal: { code: "search_too_wide", words: 9, limit: 8 },
    });
  });

  test.skipIf(official.length < 5)(
    textsNeeded("verify every citation of the real texts, and see one changed character"),
    async () => {
      const files = ["000", "001", "002", "003", "004"].map(officialFile);
      const receipt = await engine.db.transaction(me, (tx) =>
        importTexts(tx, book, { files, at, asOf }),
      );
      invariant(receipt.ok, "the official texts are imported");
      expect(receipt.value.documents).toHaveLength(8);
      expect(receipt.value.verification.alarms).toEqual([]);
      const { name, text } = officialFile("001");
      const flipped = text.replace(/(\n4\t[^\n]*?)20%/, "$121%");
      const changed = await put(engine.db, flipped, later);
      invariant(changed.ok, `${name} is imported with one character changed`);
      const [document] = changed.value.documents;
      expect(document?.changes).toEqual({ added: [], removed: [], changed: ["4"] });
      expect(changed.value.verification.alarms.map(({ id }) => id)).toEqual(["toolbox-1.0/04"]);
    },
  );

  test.skipIf(official.length < 5)(
    textsNeeded("bring the clauses on floor-area ratio and award first"),
    async () => {
      const files = ["000", "001", "002", "003", "004"].map(officialFile);
      await engine.db.transaction(me, (tx) => importTexts(tx, book, { files, at, asOf }));
      const page = await engine.db.transaction(me, (tx) =>
        searchCorpus(tx, { text: "容积率 奖励", limit: 5 }),
      );
      invariant(page.ok, "there is something to look for");
      const first = page.value.hits.slice(0, 2).map(({ document, item }) => `${document} ${item}`);
      expect(first.toSorted()).toEqual(["bj-action-plan-2021 list.8", "cn-opinion-2025 3.2"]);
    },
  );
});
