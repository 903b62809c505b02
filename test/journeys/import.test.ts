import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { originalDistricts } from "../../scripts/districts/original.ts";
import { looks } from "./axe.ts";
import { faultsOf } from "./faults.ts";
import {
  confirm,
  countsOf,
  hasSharedFiles,
  sendFile,
  sharedFile,
  sharedFilesCure,
  undoHere,
} from "./files.ts";
import { enterAs } from "./people.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");
const files = { name: "chromium", present: hasSharedFiles, cure: sharedFilesCure } as const;

/** The rows that can be taken, where some are refused: said so, and confirmed anew. */
async function takeTheGoodRows(page: Page): Promise<void> {
  const done = page.getByRole("heading", { name: /^已导入到/ });
  const refused = page.getByRole("heading", { name: "没有导入，图上没有任何改动" });
  await done.or(refused).waitFor();
  if (await done.isVisible()) return;
  await page.getByRole("link", { name: "下载被拒清单" }).waitFor();
  await page.getByLabel("有行被拒时，只收合格的行").check();
  await page.getByRole("button", { name: "确认导入" }).click();
}

describe.skipIf(!chromium.present)(nameWithCure("an officer with a file", chromium), () => {
  let stage: Stage;
  let folder: string;
  beforeAll(async () => {
    stage = await raiseStage();
    folder = await mkdtemp(join(tmpdir(), "zhibu-files-"));
  });
  afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const enter = (look = {}) => enterAs(stage, "系统管理员", { path: "/map/import", ...look });

  /** Three benches in the middle of the city, one of them where no bench can be. */
  async function benches(): Promise<string> {
    const path = join(folder, "benches.csv");
    const rows = ["b1,长椅甲,116.39,39.91", "b2,长椅乙,116.40,39.92", "b3,长椅丙,0,0"];
    await writeFile(path, ["id,name,lon,lat", ...rows].join("\n"));
    return path;
  }

  async function asPublished(): Promise<string> {
    const path = join(folder, "districts-as-published.geojson");
    await writeFile(path, originalDistricts());
    return path;
  }

  test("sees what is refused and why, takes the good rows, and takes all of it back", async () => {
    const page = await enter();
    await sendFile(page, await benches(), "公共服务设施");
    await page.getByRole("radio").first().check();
    await confirm(page, "走查补录");
    await takeTheGoodRows(page);
    expect(await countsOf(page)).toEqual([2, 0, 0]);

    await undoHere(page, "走查结束");
    await page.getByText("这次导入已经撤销，图上恢复到导入之前。").waitFor();
    await page.getByRole("link", { name: "看变更记录" }).click();
    await page.getByRole("heading", { level: 1, name: "图上变更" }).waitFor();
    await page
      .getByRole("row", { name: /撤销此前的变更/ })
      .first()
      .waitFor();
    await page.getByRole("row", { name: /benches\.csv 已撤销/ }).waitFor();
    await page.context().close();
  });

  test("leaves an import, comes back to it, and cancels it", async () => {
    const page = await enter();
    await sendFile(page, await benches(), "公共服务设施");
    const address = page.url();
    await page.goto("/policies");
    await page.goto(address);
    await page.getByRole("heading", { name: "它在哪里" }).waitFor();
    await page.getByRole("button", { name: "取消导入" }).click();
    await page.getByRole("group").getByRole("button", { name: "取消导入" }).click();
    await page.getByRole("heading", { name: "这次导入已取消" }).waitFor();
    await page.context().close();
  });

  test.each(looks)("finds no obstacle on the way, in $name", async ({ name, ...look }) => {
    const page = await enter(look);
    const found = await faultsOf(page, `import ${name}`);
    await page.locator("input[type=file]").setInputFiles(await benches());
    await page.locator("select").first().selectOption("facilities");
    await page.locator(".btn.do").click();
    await page.locator(".candidates").waitFor();
    found.push(...(await faultsOf(page, `import found ${name}`)));
    await page.getByRole("radio").first().check();
    await page.locator("section[aria-labelledby=origin] input").first().fill("walk");
    await page.locator(".btn.do").click();
    await page.locator(".notice[role=alert]").waitFor();
    found.push(...(await faultsOf(page, `import refused ${name}`)));
    await page.goto("/map/changes");
    await page.locator(".changes tbody tr, .notice").first().waitFor();
    found.push(...(await faultsOf(page, `changes ${name}`)));
    await page.context().close();
    expect(found).toEqual([]);
  });

  test("is told that the districts are in GCJ-02, although they pretend to be WGS 84", async () => {
    const page = await enter();
    await sendFile(page, await asPublished(), "行政区");
    await page.getByText("这是 GCJ-02（火星坐标）").waitFor();
    const chosen = page.getByRole("row").filter({ has: page.locator("input:checked") });
    expect(await chosen.innerText()).toMatch(/GCJ-02[\s\S]*证据指向/);
    await page.context().close();
  });

  describe.skipIf(!files.present)(nameWithCure("and with surveys of the city", files), () => {
    test.each([
      { path: ["subway", "stations_entrances.geojson"], layer: "轨道站点", least: 1_000 },
      { path: ["subway", "lines_stop_to_stop.geojson"], layer: "轨道线路", least: 40 },
      { path: ["heritage", "passes_in_beijing.geojson"], layer: "文物点", least: 80 },
      { path: ["heritage", "direction_beijing.geojson"], layer: "长城墙体", least: 30 },
      { path: ["subdistricts", "townships_wgs84.geojson"], layer: "街道（乡镇）", least: 100 },
    ])("brings $path.0/$path.1 onto the map and takes it back", async ({ path, layer, least }) => {
      const page = await enter();
      await sendFile(page, sharedFile(...path), layer);
      await page.getByRole("radio", { name: /EPSG:4490$|EPSG:4490 证据指向$/ }).check();
      await confirm(page, "走查");
      await takeTheGoodRows(page);
      const [added = 0, replaced = 0] = await countsOf(page);
      expect(added + replaced).toBeGreaterThan(least);
      await undoHere(page, "走查结束");
      await page.getByText("这次导入已经撤销").waitFor();
      await page.context().close();
    });
  });
});
