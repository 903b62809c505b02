import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import {
  enterAs,
  giveRole,
  makeAccount,
  setPassword,
  shownRoles,
  type ShownRole,
} from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");
const password = "石榴树下第三块青砖松动了";

const navigation = (page: Page): Promise<string[]> => page.locator(".top nav a").allInnerTexts();

const trailRow = (page: Page, text: string) =>
  page.locator(".trail tbody tr").filter({ hasText: text }).first();

/** Tries a wrong password, and waits until the answer is read. */
async function guess(page: Page, signInName: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("账号名").fill(signInName);
  await page.getByLabel("密码", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "登录" }).click();
  await answered;
  await expect.poll(() => page.getByLabel("密码", { exact: true }).inputValue()).toBe("");
}

describe.skipIf(!chromium.present)(nameWithCure("somebody with an account", chromium), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  test.each(Object.keys(shownRoles) as ShownRole[])("enters to look as %s", async (role) => {
    const page = await enterAs(stage, role);
    await page.locator(".whoisin").getByRole("link", { name: role }).waitFor();
    // Officers bring files onto the map there.
    const administers = ["系统管理员", "审计员", "区级主管人员"].includes(role);
    expect((await navigation(page)).includes("管理")).toBe(administers);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    await page.context().close();
  });

  test("is refused without a word on what exists, then has to wait and sees how long", async () => {
    const page = await stage.open("/sign-in?return=//elsewhere.example");
    for (const _ of [1, 2, 3, 4, 5]) await guess(page, "nobody-here");
    await page.getByText("代码 sign_in_failed").waitFor();
    await guess(page, "nobody-here");
    await page.getByText(/试的次数多了。\d+ 秒后可以再试/).waitFor();
    expect(await page.getByRole("button", { name: "登录" }).isDisabled()).toBe(true);
    await keepPicture(page, "sign-in delayed");
    await page.context().close();
  });

  test("gets one by an administrator, sets a password, and acts until the role is withdrawn", async () => {
    const chief = await enterAs(stage, "系统管理员");
    const code = await makeAccount(chief, { signInName: "lin", name: "林晓" });
    await keepPicture(chief, "recovery code");
    await chief.getByRole("link", { name: "看这个账号" }).click();
    await giveRole(chief, "auditor", "110000");
    await chief.locator(".grants").getByText("审计员").waitFor();

    const lin = await stage.open("/sign-in?return=/audit");
    await setPassword(lin, { signInName: "lin", code, password });
    await lin.getByRole("heading", { level: 1, name: "审计" }).waitFor();
    await trailRow(lin, "新建账号").getByRole("button", { name: "看全部" }).click();
    await lin.locator(".unfolded").getByText("系统管理员（演示）").waitFor();
    await keepPicture(lin, "audit row");

    await chief.getByRole("button", { name: "修改", exact: true }).click();
    await chief.getByRole("button", { name: "撤回" }).click();
    await chief.getByRole("group").getByRole("button", { name: "撤回" }).click();
    await chief.getByText("还没有角色。没有角色的账号只能看公开的内容。").waitFor();

    await lin.getByRole("link", { name: "运行状况" }).click();
    await lin.getByText("这一页不对这个账号开放").waitFor();
    await lin.getByText("找管理员给角色").waitFor();
    await keepPicture(lin, "role withdrawn");
    await Promise.all([chief, lin].map((page) => page.context().close()));
  });

  test("finds with what was typed, though the session ended in between", async () => {
    const page = await enterAs(stage, "系统管理员", { path: "/people/new" });
    await page.getByLabel("姓名").fill("周到");
    await page.getByLabel("账号名").fill("zhou");
    await page.getByLabel("所属机构").selectOption({ value: "110000" });
    await page.context().clearCookies();
    await page.getByRole("button", { name: "建账号" }).click();
    await page.getByText("登录已到时间，或在别处结束了").waitFor();
    await page.getByRole("button", { name: "以系统管理员进入" }).click();
    await page.getByRole("heading", { level: 1, name: "新建账号" }).waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("周到");
    await page.getByRole("button", { name: "建账号" }).click();
    await page.getByRole("heading", { name: "恢复码只显示这一次" }).waitFor();
    await page.context().close();
  });

  test("learns what another administrator changed meanwhile, and loses nothing", async () => {
    const first = await enterAs(stage, "系统管理员");
    await makeAccount(first, { signInName: "heyi", name: "何宜" });
    await first.getByRole("link", { name: "看这个账号" }).click();
    await giveRole(first, "planner", "110000");
    await first.locator(".grants").getByText("责任规划师").waitFor();
    await first.getByRole("button", { name: "修改", exact: true }).click();
    const mine = first.locator("form").filter({ hasText: "撤回" });
    await mine.getByLabel("角色").selectOption({ value: "reviewer" });

    const second = await enterAs(stage, "系统管理员", { path: new URL(first.url()).pathname });
    await second.getByRole("button", { name: "修改", exact: true }).click();
    const theirs = second.locator("form").filter({ hasText: "撤回" });
    await theirs.getByLabel("角色").selectOption({ value: "sponsor" });
    await theirs.getByRole("button", { name: "保存" }).click();
    await second.locator(".grants").getByText("申报人").waitFor();

    await mine.getByRole("button", { name: "保存" }).click();
    const told = first.locator(".conflict tbody tr");
    await told.first().waitFor();
    expect(await told.first().locator("th, td").allInnerTexts()).toEqual([
      ...["角色", "责任规划师", "申报人", "审查人员"],
    ]);
    await keepPicture(first, "two administrators");
    await first.getByRole("button", { name: "仍按我填的改" }).click();
    await first.locator(".grants").getByText("审查人员").waitFor();
    await Promise.all([first, second].map((page) => page.context().close()));
  });

  test("lends a role until a day and takes it back", async () => {
    const page = await enterAs(stage, "责任规划师", { path: "/account" });
    await page.getByRole("button", { name: "委托一个角色" }).click();
    await page.getByLabel("同事的账号名").fill("demo-reviewer");
    await page.getByRole("button", { name: "借出" }).click();
    await page.getByRole("cell", { name: /^责任规划师 东城区/ }).waitFor();
    await keepPicture(page, "delegation");

    const colleague = await enterAs(stage, "审查人员", { path: "/account" });
    await colleague.getByText("责任规划师（演示）委托").waitFor();
    await page.getByRole("button", { name: "收回" }).click();
    await page.getByRole("group").getByRole("button", { name: "收回" }).click();
    await page.getByText("没有委托出去的角色").waitFor();
    await colleague.reload();
    await colleague.getByRole("heading", { name: "我的角色" }).waitFor();
    await colleague.getByRole("rowheader", { name: "审查人员" }).waitFor();
    expect(await colleague.getByText("责任规划师（演示）委托").count()).toBe(0);
    await Promise.all([page, colleague].map((one) => one.context().close()));
  });

  test("ends all other sessions, and those are out", async () => {
    const here = await enterAs(stage, "居民", { path: "/account" });
    const elsewhere = await enterAs(stage, "居民", { path: "/account" });
    await elsewhere.getByRole("button", { name: "结束其他所有" }).click();
    await elsewhere.getByRole("group").getByRole("button", { name: "结束其他所有" }).click();
    await elsewhere.getByText("其他登录都已结束。").waitFor();
    await here.getByRole("link", { name: "看我做过的" }).click();
    await here.getByText("登录已到时间，或在别处结束了").waitFor();
    await Promise.all([here, elsewhere].map((page) => page.context().close()));
  });

  test("audits refusals, narrows the trail, and saves what is seen without formulas", async () => {
    const stranger = await stage.open("/sign-in");
    await guess(stranger, "nobody-there");
    await stranger.context().close();
    const page = await enterAs(stage, "审计员", { path: "/audit" });
    await page.locator(".trail tbody tr").first().waitFor();
    await page.getByLabel("结果").selectOption({ value: "refused" });
    await trailRow(page, "拒绝：sign_in_failed").waitFor();
    const marks = page.locator(".trail .standing-mark");
    await expect.poll(() => marks.filter({ hasNotText: "拒绝" }).count()).toBe(0);
    const shown = await marks.count();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出所见 CSV" }).click();
    const text = await readFile(await (await saving).path(), "utf8");
    expect(text.split("\r\n")).toHaveLength(shown + 2);
    expect(text).toMatch(/^\u{FEFF}编号,时间,账号,/u);
    await page.context().close();
  });

  test("signs in by keys alone", async () => {
    const chief = await enterAs(stage, "系统管理员");
    const code = await makeAccount(chief, { signInName: "jian", name: "简兮" });
    const first = await stage.open("/sign-in?return=/account");
    await setPassword(first, { signInName: "jian", code, password });
    await first.getByRole("heading", { level: 1, name: "简兮" }).waitFor();
    await Promise.all([chief, first].map((one) => one.context().close()));

    const page = await stage.open("/sign-in?return=/account");
    await page.getByLabel("账号名").waitFor();
    await page.keyboard.type("jian");
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "简兮" }).waitFor();
    await page.getByText(/^密码登录，/).waitFor();
    await page.context().close();
  });
});
