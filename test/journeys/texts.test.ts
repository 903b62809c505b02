import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "../../src/base/actor.ts";
import { invariant } from "../../src/base/invariant.ts";
import { startServing, type Serving } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { importTexts } from "../../src/policy/actions.ts";
import { openBook, type Book } from "../../src/policy/index.ts";
import { homeFolder } from "../../src/store/home.ts";
import { nameWithCure, need } from "../harness/need.ts";
import { faultsInLooks } from "./faults.ts";
import { closeAll } from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

const ordinals = "一二三四五六七八九十".split("");
const ordinal = (index: number): string =>
  index < 10 ? (ordinals[index] ?? "") : `十${ordinals[index - 10] ?? ""}`;

/** A text of the toolbox's own form and size, with words that nobody published. */
function inventedText(book: Book): string {
  const document = book.source.documents.find(({ value }) => value.id === "bj-toolbox-1.0")?.value;
  invariant(document, "the pack names the toolbox");
  const items = document.mechanisms.flatMap(({ items: count }) =>
    Array.from({ length: count }, (_, index) => `（${ordinal(index)}）虚构条目，另有织机若干。`),
  );
  const lines = items.map((text, index) => `${index + 1}\t机制\t全面实施\t示例委\t${text}`);
  return [document.title.zh, "序号\t政策机制\t政策分类\t牵头单位\t主要举措", ...lines].join("\n");
}

async function bookOfCity(): Promise<Book> {
  const book = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(book.ok, "the shipped pack compiles");
  return book.value;
}

describe.skipIf(!chromium.present)(nameWithCure("the texts of a city", chromium), () => {
  let stage: Stage;
  let serving: Serving;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "zhibu-texts-"));
    const settings = settingsOf({ ZHIBU_DATA: folder, ZHIBU_PORT: "0", ZHIBU_LANG: "zh" });
    const started = await startServing(settings, () => undefined);
    invariant(started.ok, "the city is served");
    serving = started.value;
    stage = await raiseStage(serving.url);
  });
  afterAll(async () => {
    await stage?.close();
    await serving?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const importInvented = async (): Promise<void> => {
    const book = await bookOfCity();
    const files = [{ name: "text.txt", text: inventedText(book) }];
    const order = { files, at: "2026-03-16T01:42:00Z", asOf: "2026-03-16" };
    const receipt = await serving.db.transaction(system("test"), (tx) =>
      importTexts(tx, book, order),
    );
    invariant(receipt.ok, "the invented text is imported");
  };

  test("are told to be imported where there are none, and by which command", async () => {
    const page = await stage.open("/policies/texts");
    await page.getByRole("heading", { name: "还没有导入原文" }).waitFor();
    await page.getByText("zhibu corpus import").waitFor();
    await page.getByRole("cell", { name: "未导入" }).first().waitFor();
    expect(await page.getByRole("search", { name: "检索原文" }).count()).toBe(0);
    await page.goto("/policies/toolbox-1.0/04");
    await page.getByText("原文未入库。").waitFor();
    await closeAll(page);
  });

  test("are searched, read, and held against what cites them", async () => {
    await importInvented();
    const page = await stage.open("/policies/texts");
    await page.getByRole("region", { name: "原文有变" }).waitFor();
    await page.getByLabel("词，用空格分开").fill("织机");
    await page.keyboard.press("Enter");
    await page.locator(".finds mark").first().waitFor();
    expect(await page.locator(".finds mark").first().innerText()).toBe("织机");
    expect(new URL(page.url()).searchParams.get("words")).toBe("织机");
    await keepPicture(page, "texts found");
    await page.locator(".finds a").first().click();
    await page.locator("blockquote.clause").waitFor();
    await page.getByText("与引用时不一致，须复核").first().waitFor();
    await closeAll(page);
  });

  test("show a document as its tree, and say so where nothing is found", async () => {
    const page = await stage.open("/policies/texts/bj-toolbox-1.0");
    await page.locator(".clauses a").first().waitFor();
    const closed = page.locator("details").first();
    await closed.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await closed.getAttribute("open")).toBeNull();
    await page.goto("/policies/texts?words=没有这样的词");
    await page.getByText("原文里没有").waitFor();
    await closeAll(page);
  });

  test.each([
    ["/policies/texts?words=织机", ".finds mark"],
    ["/policies/texts/bj-toolbox-1.0", ".clauses a"],
    ["/policies/texts/bj-toolbox-1.0/4", "blockquote.clause"],
    ["/policies/toolbox-1.0/04", "blockquote.clause"],
  ])("have no fault that axe finds on %s, in any look", async (path, datum) => {
    const page = await stage.open(path);
    await page.locator(datum).first().waitFor();
    const name = path.replaceAll(/[/?]/g, " ").trim();
    expect(await faultsInLooks(page, name)).toEqual([]);
    await closeAll(page);
  });
});
