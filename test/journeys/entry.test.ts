import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nameWithCure, need } from "../harness/need.ts";
import {
  closeAll,
  doSurely,
  enterAs,
  findOut,
  makeAccount,
  setPassword,
  signIn,
} from "./people.ts";
import { keepPicture } from "./pictures.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");
const first = "石榴树下第三块青砖松动了";
const second = "胡同口的早点摊六点半出摊";
const third = "护城河边的柳树今年又绿了";

/** Signs in on the provider's own pages: who one is, then that one agrees. */
async function agreeAt(page: Page, subject: string): Promise<void> {
  await page.getByRole("link", { name: "用统一身份认证登录" }).click();
  await page.locator("input[name=login]").fill(subject);
  await page.locator("input[name=password]").fill("any");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Changes the password on the account page that is open. */
async function changePassword(page: Page, from: string, to: string): Promise<void> {
  await page.getByLabel("原密码").fill(from);
  await page.getByLabel("新密码", { exact: true }).fill(to);
  await page.getByLabel("再输一遍新密码").fill(to);
  await page.getByRole("button", { name: "改密码" }).click();
}

describe.skipIf(!chromium.present)(nameWithCure("somebody who comes in", chromium), () => {
  let stage: Stage;
  let chief: Page;
  beforeAll(async () => {
    stage = await raiseStage();
    chief = await enterAs(stage, "系统管理员");
  });
  afterAll(() => stage?.close());

  test("by the identity provider is led there and back, where an account is linked", async () => {
    await makeAccount(chief, { signInName: "lina", name: "李娜", subject: "li-na" });
    const page = await stage.open("/account");
    await page.getByText("这一页要先登录").waitFor();
    await agreeAt(page, "li-na");
    await page.getByRole("heading", { level: 1, name: "李娜" }).waitFor();
    await page.getByText(/^统一身份认证登录，/).waitFor();
    await page.getByText("这个账号没有密码").waitFor();
    await closeAll(page);
  });

  test("by the provider without an account, or not at all, is told so and led back", async () => {
    const page = await stage.open("/sign-in");
    await agreeAt(page, "stranger");
    await page.getByRole("heading", { name: "没有登录" }).waitFor();
    await page.getByRole("link", { name: "oidc_subject_unknown" }).waitFor();
    await keepPicture(page, "provider stranger");
    await page.getByRole("link", { name: "回到登录页" }).click();
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();

    const other = await stage.open("/sign-in");
    await other.getByRole("link", { name: "用统一身份认证登录" }).click();
    await other.getByRole("link", { name: /Cancel/ }).click();
    await other.getByRole("link", { name: "oidc_refused" }).waitFor();
    await closeAll(page, other);
  });

  test("by a password changes it, and every other session ends", async () => {
    const code = await makeAccount(chief, { signInName: "sunwen", name: "孙文" });
    const page = await stage.open("/sign-in?return=/account");
    await setPassword(page, { signInName: "sunwen", code, password: first });
    await page.getByRole("heading", { level: 1, name: "孙文" }).waitFor();
    const elsewhere = await stage.open("/sign-in?return=/account");
    await signIn(elsewhere, "sunwen", first);
    await elsewhere.getByRole("heading", { level: 1, name: "孙文" }).waitFor();

    await changePassword(page, second, second);
    await page.getByText("代码 password_wrong").waitFor();
    await changePassword(page, first, "sunwen-孙文孙文-12");
    await page.getByText("代码 password_made_of_names").waitFor();
    await changePassword(page, first, second);
    await page.getByText("密码已改。别处的登录都已结束。").waitFor();
    await keepPicture(page, "password changed");
    await findOut(elsewhere, "看我做过的");
    await signIn(elsewhere, "sunwen", first);
    await elsewhere.getByText("代码 sign_in_failed").waitFor();
    await signIn(elsewhere, "sunwen", second);
    await elsewhere.getByRole("heading", { level: 1, name: "我做过的" }).waitFor();
    await closeAll(page, elsewhere);
  });

  test("by a code sets a new password, once, and the old one no longer serves", async () => {
    await chief.getByRole("link", { name: "管理" }).first().click();
    await chief.getByRole("link", { name: "孙文" }).click();
    await doSurely(chief, "发恢复码");
    const code = await chief.locator(".secret code").innerText();
    const page = await stage.open("/sign-in?return=/account");
    await setPassword(page, { signInName: "sunwen", code, password: third });
    await page.getByText(/^恢复码登录，/).waitFor();

    const again = await stage.open("/sign-in");
    await setPassword(again, { signInName: "sunwen", code, password: first });
    await again.getByText("代码 recovery_code_invalid").waitFor();
    await again.getByRole("button", { name: "用密码登录" }).click();
    await signIn(again, "sunwen", second);
    await again.getByText("代码 sign_in_failed").waitFor();
    await closeAll(page, again);
  });

  test("is told in time that the session ends, and whether it can be prolonged", async () => {
    const page = await stage.open("/sign-in");
    await page.clock.install();
    await page.goto("/sign-in?return=/account");
    await signIn(page, "sunwen", third);
    await page.getByRole("heading", { level: 1, name: "孙文" }).waitFor();
    await page
      .locator(".whoisin")
      .getByText(/^到 \d\d:\d\d$/)
      .waitFor();
    expect(await page.getByText(/登录还有/).count()).toBe(0);
    await page.clock.fastForward("01:53:00");
    await page.getByText(/^登录还有 [78] 分钟结束/).waitFor();
    await keepPicture(page, "session ending");
    // The browser's clock alone has moved: the server's end stays where it was.
    await page.getByRole("button", { name: "继续登录" }).click();
    await page.getByText(/不能再延长/).waitFor();
    await page.context().clearCookies();
    await page.clock.fastForward("00:08:00");
    await page.getByText("登录已到时间，或在别处结束了").waitFor();
    await closeAll(page);
  });
});
