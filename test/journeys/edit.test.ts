import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import { looks } from "./axe.ts";
import { faultsOf } from "./faults.ts";
import { enterAs } from "./people.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");

type Park = {
  id: string;
  name: string;
  at: readonly [number, number];
  corner: readonly [number, number];
};

/** A park of the city, and a spot inside it. */
async function findPark(url: string): Promise<Park> {
  const answer = await fetch(`${url}/api/v1/land/layers/parks/features?limit=1`);
  const { features } = (await answer.json()) as {
    features: {
      id: string;
      geometry: { coordinates: [number, number][][] };
      properties: { name: string };
    }[];
  };
  const [{ id, geometry, properties }] = features as [(typeof features)[number]];
  const ring = geometry.coordinates[0]!.slice(0, -1);
  const middle = (axis: 0 | 1) => ring.reduce((sum, at) => sum + at[axis], 0) / ring.length;
  return { id, name: properties.name, at: [middle(0), middle(1)], corner: ring[0]! };
}

type Frame = { x: number; y: number; width: number; height: number; zoom: number };

/** Where the corner of the park is on the screen, while the map has the park in its middle. */
function onScreen({ at, corner }: Park, { x, y, width, height, zoom }: Frame) {
  const pxPerRadian = (512 * 2 ** zoom) / (2 * Math.PI);
  const north = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return {
    x: x + width / 2 + (((corner[0] - at[0]) * Math.PI) / 180) * pxPerRadian,
    y: y + height / 2 - (north(corner[1]) - north(at[1])) * pxPerRadian,
  };
}

/** Clicks the middle of the map, until it tells of something. */
async function clickMiddle(page: Page): Promise<void> {
  const canvas = page.locator("canvas");
  await canvas.waitFor();
  const told = page.getByRole("region", { name: "此处有" });
  await expect
    .poll(
      async () => {
        const box = (await canvas.boundingBox())!;
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        return told.isVisible();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

async function openEdit(page: Page, { at }: Park): Promise<void> {
  await page.goto(`/?at=${at[0]},${at[1]},17`);
  await clickMiddle(page);
  await page.getByRole("button", { name: "修改" }).first().click();
  await page.getByRole("heading", { name: /^修改「/ }).waitFor();
}

async function rename(page: Page, name: string): Promise<void> {
  await page.getByLabel("名称", { exact: true }).fill(name);
  await page.getByLabel("为什么改").fill("走查");
  await page.getByRole("button", { name: "保存" }).click();
}

describe.skipIf(!chromium.present)(nameWithCure("an officer at the map", chromium), () => {
  let stage: Stage;
  let park: Park;
  beforeAll(async () => {
    stage = await raiseStage();
    park = await findPark(stage.url);
  });
  afterAll(() => stage?.close());

  const enter = () => enterAs(stage, "系统管理员", { path: "/map/changes" });

  test("changes a feature by keys, sees it on the map at once, and takes it back", async () => {
    const page = await enter();
    await openEdit(page, park);
    await page.getByRole("button", { name: "下一点" }).press("Enter");
    await page.getByText("第 1 点，共").waitFor();
    await page.getByRole("button", { name: "向东 1 m" }).press("Enter");
    await page.keyboard.press("Control+z");
    expect(await page.getByRole("button", { name: "重做" }).isEnabled()).toBe(true);
    await page.keyboard.press("Control+y");
    await rename(page, "走查公园");
    await page.getByText(/已存为第 \d+ 版/).waitFor();
    await page.getByRole("button", { name: "收起" }).click();
    const told = page.getByRole("region", { name: "此处有" });
    await expect
      .poll(
        async () => {
          await clickMiddle(page);
          return told.innerText();
        },
        { timeout: 60_000 },
      )
      .toContain("走查公园");

    await told.getByRole("link", { name: "经过" }).click();
    await page.getByRole("heading", { level: 1, name: "走查公园的经过" }).waitFor();
    await page.getByText("几何有变：虚线是改前").first().waitFor();

    await page.goto("/map/changes?layer=parks");
    await page.getByRole("button", { name: "展开" }).first().click();
    await page.getByLabel("为什么撤销").fill("走查结束");
    await page.getByRole("button", { name: "撤销", exact: true }).click();
    await page
      .getByRole("group", { name: "图上恢复到" })
      .getByRole("button", { name: "撤销" })
      .click();
    await page.getByText("已撤销").first().waitFor();
    expect((await findPark(stage.url)).name).toBe(park.name);
    await page.context().close();
  });

  test("who was slower is told, loses nothing that was typed, and decides", async () => {
    const [quick, slow] = [await enter(), await enter()];
    await openEdit(quick, park);
    await openEdit(slow, park);
    await rename(quick, "快的公园");
    await quick.getByText(/已存为第 \d+ 版/).waitFor();
    await rename(slow, "慢的公园");
    await slow.getByText("刚被别人改过，没有覆盖").waitFor();
    await slow.getByText(`${park.name} → 快的公园`).waitFor();
    expect(await slow.getByLabel("名称", { exact: true }).inputValue()).toBe("慢的公园");
    await slow.getByRole("button", { name: "仍按我改的保存" }).click();
    await slow.getByText(/已存为第 \d+ 版/).waitFor();
    expect((await findPark(stage.url)).name).toBe("慢的公园");

    await openEdit(slow, park);
    await rename(slow, park.name);
    await slow.getByText(/已存为第 \d+ 版/).waitFor();
    await Promise.all([quick, slow].map((page) => page.context().close()));
  });

  test("draws a new feature by keys alone, which has its history from then on", async () => {
    const page = await enter();
    await page.goto(`/?at=${park.at[0]},${park.at[1]},17`);
    await page.locator("canvas").waitFor();
    await page.getByRole("button", { name: "画新要素" }).click();
    await page.getByLabel("画到哪个图层").selectOption({ label: "公共服务设施" });
    await page.getByRole("button", { name: "在图中心落点" }).press("Enter");
    await page.getByText("共 1 点").waitFor();
    await page.getByLabel("名称", { exact: true }).fill("走查设施");
    await page.getByLabel("为什么改").fill("走查");
    await page.getByRole("button", { name: "画到图上" }).click();
    await page.getByRole("status").getByText("已画到图上").waitFor();
    await page.getByRole("link", { name: "看经过" }).click();
    await page.getByRole("heading", { level: 1, name: "走查设施的经过" }).waitFor();
    await page.context().close();
  });

  test("drags a point by a finger, and the map stays where it is", async () => {
    const page = await enterAs(stage, "系统管理员", { path: "/map/changes", size: "phone" });
    await openEdit(page, park);
    await page.getByText("共 4 点").waitFor();
    const middle = await page.locator("canvas").boundingBox();
    const before = await page.getByRole("group", { name: "图廓" }).innerText();
    const corner = onScreen(park, { ...middle!, zoom: 17 });
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
      finger.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: corner.x + by, y: corner.y + by }],
      });
    const undo = page.getByRole("button", { name: "退一步" });
    await expect
      .poll(
        async () => {
          await touch("touchStart", -8);
          for (const by of [-16, -24, -32]) await touch("touchMove", by);
          await touch("touchEnd", 0);
          return undo.isEnabled();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await page.getByText(/第 \d 点，共 4 点/).waitFor();
    expect(await page.getByRole("group", { name: "图廓" }).innerText()).toBe(before);
    await page.context().close();
  });

  test.each(looks)("finds no obstacle while editing, in $name", async ({ name, ...look }) => {
    const page = await enterAs(stage, "系统管理员", { path: "/map/changes", ...look });
    await page.goto(`/map/history/parks/${park.id}`);
    await page.locator(".versions li").first().waitFor();
    const found = await faultsOf(page, `history ${name}`);
    await page.goto(`/?at=${park.at[0]},${park.at[1]},17`);
    await page.locator("canvas").waitFor();
    await page.locator(".tools button").nth(3).click();
    await page.locator(".editing select").selectOption("facilities");
    await page.locator(".outline-part").waitFor();
    found.push(...(await faultsOf(page, `editing ${name}`)));
    await page.context().close();
    expect(found).toEqual([]);
  });
});
