import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import {
  townCases,
  townFiles,
  townFolder,
  type PackFolder,
} from "../../test/harness/small-pack.ts";
import { bookOfTown } from "../../test/harness/town-library.ts";
import { system } from "../base/actor.ts";
import { accept } from "../base/decision.ts";
import { invariant } from "../base/invariant.ts";
import { evaluate, readCase, writeCase, type Report } from "../rules/index.ts";
import {
  keepImport,
  listRegisters,
  listWaiting,
  prepareImport,
  prepareWithdrawal,
  readVersions,
  receiptOf,
  registerHistory,
} from "./actions.ts";
import { lawOf } from "./jobs/law.ts";
import type { Book } from "./model/book.ts";
import { appendEvaluation } from "./store.ts";

const me = system("test");
const at = "2026-03-16T01:42:00Z";
const asOf = "2026-03-16";

const registers = `registers:
  - id: closed-uses
    title: { zh: 负面清单, en: Negative list }
    issuer: unknown
    date: unknown
    state: empty
    entries: []
  - id: shares
    title: { zh: 兼容比例, en: Shares }
    issuer: office
    date: unknown
    state: empty
    entries: []
    figures: { unit: "%", at_least: 0, at_most: 100, values: {} }
`;

const uses = `groups:
  - { id: plot, level: project, title: { zh: 用途, en: Use } }
facts:
  - id: plot.use
    type: enumeration
    options:
      - { id: shop, label: { zh: 商铺, en: Shop } }
      - { id: home, label: { zh: 住宅, en: Home } }
    label: { zh: 用途, en: Use }
    question: { zh: 作什么用？, en: What is it used for? }
    source: [asked]
`;

const measure = `id: book/2
title: { zh: 兼容, en: Shared use }
mechanism: area
standing: full
lead: [office]
addressee: project
cite: { document: book, item: 2, sha256: ${"0".repeat(64)} }
summary: { zh: 可以兼容。, en: Uses may be shared. }
since: unknown
rules:
  - id: open-use
    when: not(listed(plot.use, "closed-uses"))
    permit: sharing
    force: may
  - id: shared
    limit: award
    force: must
    wish: project.new_floor_area
    limits:
      - id: share
        at_most: project.new_floor_area * listed figure(plot.use, "shares")
        force: must
`;

function town(): PackFolder {
  const files = townFiles(Object.values(townCases));
  return townFolder({
    ...files,
    "documents.yaml": files["documents.yaml"]!.replace("items: 1", "items: 2"),
    "terms.yaml": `terms:
  - { id: review, title: { zh: 联合审查, en: Joint review } }
  - { id: award, title: { zh: 兼容面积, en: Shared area } }
  - { id: sharing, title: { zh: 兼容, en: Sharing } }
`,
    "facts/use.yaml": uses,
    "registers/all.yaml": registers,
    "policy/book/02-shared.yaml": measure,
  });
}

const facts = { plot: { use: "shop" }, project: { new_floor_area: 50 } };

function answer({ program }: Book): Report {
  const read = readCase(program, facts);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return evaluate(program, read.value, { asOf });
}

const verdictOf = (book: Book, rule: string) =>
  answer(book).verdicts.find((one) => one.rule === `book/2/${rule}`);

onBothEngines("a register", (engine) => {
  let folder: PackFolder;
  let shipped: Book;
  beforeAll(async () => {
    folder = town();
    shipped = await bookOfTown(folder);
  });
  afterAll(() => folder[Symbol.dispose]());

  const read = () => engine.db.transaction(me, readVersions);

  const order = async (register: string, text: string, more: object = {}) => {
    const asked = { register, issuer: "镇办", dated: "2025-12-30", at };
    const file = { name: "名录.csv", text };
    const prepared = prepareImport(shipped, { ...asked, file, ...more }, await read());
    if (!prepared.ok) return prepared;
    const kept = await engine.db.transaction(me, (tx) => keepImport(tx, prepared.value));
    if (!kept.ok) return kept;
    const waiting = await engine.db.transaction(me, (tx) => listWaiting(tx, prepared.value));
    return accept(receiptOf(prepared.value, waiting));
  };

  test("answers what waited for it from its import on, and says how much that was", async () => {
    const law = lawOf(engine.db, shipped);
    await law.refresh();
    expect(law.book).toBe(shipped);
    expect(verdictOf(law.book, "open-use")).toMatchObject({
      verdict: "undecided",
      missing: [{ kind: "list", id: "closed-uses" }],
    });
    await engine.db.transaction(me, (tx) => storeAnswer(tx, shipped));

    expect(await order("closed-uses", "住宅")).toEqual({
      ok: true,
      value: {
        ...{ register: "closed-uses", state: "imported", entries: 1 },
        rules: ["book/2/open-use"],
        projects: { waiting: 0, settled: 0, open: 0 },
        evaluations: { waiting: 1, settled: 1, open: 0, more: false },
      },
    });
    await law.refresh();
    expect(verdictOf(law.book, "open-use")?.verdict).toBe("applies");
    expect(law.book.program.encoding).not.toBe(shipped.program.encoding);
    const refreshed = law.book;
    await law.refresh();
    expect(law.book).toBe(refreshed);
  });

  test("gives figures, each for its entry", async () => {
    const law = lawOf(engine.db, shipped);
    await law.refresh();
    expect(verdictOf(law.book, "shared")?.effects[0]?.bounds?.[0]?.answer).toBe("open");
    const receipt = await order("shares", "用途,比例（%）\n商铺,100\n住宅,20");
    expect(receipt).toMatchObject({ ok: true, value: { entries: 2, rules: ["book/2/shared"] } });
    await law.refresh();
    expect(verdictOf(law.book, "shared")?.effects[0]?.bounds?.[0]?.answer).toBe("within");
  });

  test("is listed with its issuer, its day and who rests on it", async () => {
    const law = lawOf(engine.db, shipped);
    await law.refresh();
    const lines = await engine.db.transaction(me, (tx) => listRegisters(tx, law.book));
    expect(lines).toMatchObject([
      {
        ...{ id: "closed-uses", kind: "list", state: "imported", date: "2025-12-30" },
        ...{ issuer: { zh: "镇办", en: "镇办" }, measures: [{ id: "book/2" }] },
      },
      { id: "shares", kind: "figures", state: "imported", entries: 2, unit: "%" },
    ]);
  });

  test("taken back is open again, and keeps its history", async () => {
    const law = lawOf(engine.db, shipped);
    const withdrawn = prepareWithdrawal(shipped, { register: "closed-uses", at }, await read());
    invariant(withdrawn.ok, "the register may be taken back");
    await engine.db.transaction(me, (tx) => keepImport(tx, withdrawn.value));
    await law.refresh();
    expect(verdictOf(law.book, "open-use")?.verdict).toBe("undecided");
    const history = await engine.db.transaction(me, (tx) =>
      registerHistory(tx, shipped, "closed-uses"),
    );
    expect(history).toMatchObject({
      value: {
        register: { state: "empty" },
        versions: [
          { state: "empty", entries: [] },
          { state: "imported", entries: ["home"], source: { name: "名录.csv" } },
        ],
      },
    });
  });

  test("is not kept where another came in between: the law was not tried with both", async () => {
    const asked = { register: "closed-uses", issuer: "镇办", dated: "unknown", at };
    const file = { name: "名录.txt", text: "商铺" };
    const late = prepareImport(shipped, { ...asked, file }, await read());
    invariant(late.ok, "the register is fit by itself");
    await order("shares", "用途,比例（%）\n商铺,50");
    const kept = await engine.db.transaction(me, (tx) => keepImport(tx, late.value));
    expect(kept).toMatchObject({ ok: false, refusal: { code: "register_meanwhile" } });
  });

  test.each([
    ["no-such", "商铺", {}, "register_missing"],
    ["closed-uses", "", {}, "register_blank"],
    ["closed-uses", "商铺\nshop", {}, "register_entry_twice"],
    ["closed-uses", "厂房", {}, "register_entry_unknown"],
    ["closed-uses", "商铺", { dated: "2025-02-30" }, "register_date_invalid"],
    ["closed-uses", "商铺", { issuer: " " }, "register_issuer_missing"],
    ["shares", "用途,比例（亩）\n商铺,10", {}, "register_unit_wrong"],
  ])("%s with %j is refused, and nothing changes", async (register, text, more, code) => {
    const mark = () => engine.db.transaction(me, (tx) => listRegisters(tx, shipped));
    const before = await mark();
    expect(await order(register, text, more)).toMatchObject({ ok: false, refusal: { code } });
    expect(await mark()).toEqual(before);
  });
});

/** An answer as the page keeps it. */
async function storeAnswer(tx: Parameters<typeof appendEvaluation>[0], book: Book): Promise<void> {
  const read = readCase(book.program, facts);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const report = answer(book);
  await appendEvaluation(tx, {
    ...{ id: "waits", createdAt: at, expiresAt: "2026-06-14T01:42:00Z", asOf, engine: "1" },
    encoding: report.encoding,
    question: { facts },
    facts: writeCase(book.program, read.value),
    answers: { report },
  });
}
