import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import {
  closeAll,
  doSurely,
  enterAs,
  findOut,
  giveRole,
  makeAccount,
  setPassword,
  signIn,
} from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");
const password = "窗台上那盆茉莉已经开了第三回";

const picked = (page: Page) => page.locator(".picked");

/** Opens the account of somebody by the list of people. */
async function openPerson(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "管理" }).first().click();
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Adds an organisation below the one that is picked. */
async function addBelow(page: Page, { kind, code }: { kind: string; code: string }): Promise<void> {
  await picked(page).getByRole("button", { name: "加下级机构" }).click();
  await picked(page).getByLabel("哪一类").selectOption({ value: kind });
  await picked(page).getByLabel("中文名").fill(`试验${code}`);
  await picked(page).getByLabel("英文名").fill(`Trial ${code}`);
  await picked(page).getByLabel("编码").fill(code);
  await picked(page).getByRole("button", { name: "加上" }).click();
}

describe.skipIf(!chromium.present)(nameWithCure("an administrator", chromium), () => {
  let stage: Stage;
  let chief: Page;
  beforeAll(async () => {
    stage = await raiseStage();
    chief = await enterAs(stage, "系统管理员");
  });
  afterAll(() => stage?.close());

  test("edits a name, disables an account, whose owner is out at once, and enables it", async () => {
    const code = await makeAccount(chief, { signInName: "qian", name: "钱多" });
    const page = await stage.open("/sign-in?return=/account");
    await setPassword(page, { signInName: "qian", code, password });
    await page.getByRole("heading", { level: 1, name: "钱多" }).waitFor();

    await chief.getByRole("link", { name: "看这个账号" }).click();
    await chief.getByRole("button", { name: "修改姓名、机构、邮箱" }).click();
    await chief.getByLabel("姓名").fill("=钱朵");
    await chief.getByLabel("电子邮箱").fill("qian@example.org");
    await chief.getByRole("button", { name: "保存" }).click();
    await chief.getByRole("heading", { level: 1, name: "=钱朵" }).waitFor();
    await doSurely(chief, "停用");
    await chief.getByRole("button", { name: "恢复使用" }).waitFor();
    await keepPicture(chief, "disabled");

    await findOut(page, "看我做过的");
    await signIn(page, "qian", password);
    await page.getByText("代码 sign_in_failed").waitFor();
    await chief.getByRole("button", { name: "恢复使用" }).click();
    await chief.getByRole("button", { name: "停用" }).waitFor();
    await signIn(page, "qian", password);
    await page.locator(".whoisin").getByText("=钱朵").waitFor();
    await closeAll(page);
  });

  test("ends every session of an account, wherever its owner is", async () => {
    const page = await stage.open("/sign-in?return=/account");
    await signIn(page, "qian", password);
    await page.getByRole("heading", { level: 1, name: "=钱朵" }).waitFor();
    await openPerson(chief, "=钱朵");
    await doSurely(chief, "结束全部登录");
    await chief.getByText("全部登录都已结束。").waitFor();
    await findOut(page, "看我做过的");
    await closeAll(page);
  });

  test("adds an organisation, renames it, and closes it once nothing rests on it", async () => {
    await chief.getByRole("link", { name: "管理" }).first().click();
    const tree = chief.getByRole("navigation", { name: "机构" });
    await tree.getByRole("button", { name: "朝阳区" }).click();
    await addBelow(chief, { kind: "subdistrict", code: "trial-1" });
    await tree.getByRole("button", { name: "试验trial-1" }).click();
    await picked(chief).getByText("街道、乡镇 · 路径 110000.110105.trial-1").waitFor();
    await chief.getByText("这里还没有账号").waitFor();
    await keepPicture(chief, "organisation");
    await addBelow(chief, { kind: "community", code: "trial-2" });
    await tree.getByRole("button", { name: "试验trial-2" }).waitFor();
    await addBelow(chief, { kind: "community", code: "trial-2" });
    await picked(chief).getByText("代码 organisation_exists").waitFor();
    await picked(chief).getByRole("button", { name: "不加了" }).click();

    await doSurely(chief, "关闭");
    await picked(chief).getByText("代码 organisation_in_use").waitFor();
    await tree.getByRole("button", { name: "试验trial-2" }).click();
    await picked(chief).getByRole("button", { name: "改名" }).click();
    await picked(chief).getByLabel("中文名").fill("试验社区");
    await picked(chief).getByRole("button", { name: "保存" }).click();
    await tree.getByRole("button", { name: "试验社区" }).waitFor();
    await doSurely(chief, "关闭");
    await picked(chief).getByRole("heading", { name: "试验trial-1" }).waitFor();
    await doSurely(chief, "关闭");
    await picked(chief).getByRole("heading", { name: "朝阳区" }).waitFor();
    expect(await tree.getByText("试验").count()).toBe(0);
  });

  test("loses the role in the middle of work, is told so, and nothing typed is lost", async () => {
    const code = await makeAccount(chief, { signInName: "zhao", name: "赵正" });
    await chief.getByRole("link", { name: "看这个账号" }).click();
    await giveRole(chief, "administrator", "110000");
    await chief.locator(".grants").getByText("系统管理员", { exact: true }).waitFor();
    const page = await stage.open("/sign-in?return=/people/new");
    await setPassword(page, { signInName: "zhao", code, password });
    await page.getByLabel("姓名").fill("吴名");
    await page.getByLabel("账号名").fill("wuming");
    await page.getByLabel("所属机构").selectOption({ value: "110000" });

    await chief.getByRole("button", { name: "修改", exact: true }).click();
    await doSurely(chief, "撤回");
    await chief.getByText("还没有角色。没有角色的账号只能看公开的内容。").waitFor();
    await page.getByRole("button", { name: "建账号" }).click();
    await page.getByText("这一页不对这个账号开放").waitFor();
    await page.getByText("没提交的还在这个浏览器里").waitFor();
    await keepPicture(page, "role taken away");

    await giveRole(chief, "administrator", "110000");
    await chief.locator(".grants").getByText("系统管理员", { exact: true }).waitFor();
    await page.getByRole("button", { name: "给了再看一次" }).click();
    await expect.poll(() => page.getByLabel("姓名").inputValue()).toBe("吴名");
    await page.getByRole("button", { name: "建账号" }).click();
    await page.getByRole("heading", { name: "恢复码只显示这一次" }).waitFor();
    await closeAll(page);
  });

  test("reads of one account what it did, from its page", async () => {
    const auditor = await enterAs(stage, "审计员", { path: "/people" });
    await openPerson(auditor, "=钱朵");
    await auditor.getByRole("link", { name: "看这个账号做过的" }).click();
    await auditor.getByRole("heading", { level: 1, name: "审计" }).waitFor();
    await auditor.locator(".trail tbody tr").first().waitFor();
    const who = await auditor.locator(".trail th[scope=row]").allInnerTexts();
    expect(who.every((name) => name.startsWith("=钱朵"))).toBe(true);

    const saving = auditor.waitForEvent("download");
    await auditor.getByRole("button", { name: "导出所见 CSV" }).click();
    const saved = await readFile(await (await saving).path(), "utf8");
    const [, ...lines] = saved.trimEnd().split("\r\n");
    expect(lines).toHaveLength(who.length);
    // A name that begins like a formula is none in the file.
    expect(lines.every((line) => line.split(",")[2]?.startsWith("'=钱朵 "))).toBe(true);
    await closeAll(auditor);
  });
});
