import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stepOf } from "../../src/people/model/factor.ts";
import { appWith, halfMinuteMs } from "../harness/authenticator.ts";
import { nameWithCure, need } from "../harness/need.ts";
import { faultsInLooks } from "./faults.ts";
import { closeAll, doSurely, enterAs, makeAccount, setPassword, signIn } from "./people.ts";
import { raiseStage, type Stage } from "./stage.ts";

const chromium = need("chromium");
const password = "石榴树下第三块青砖松动了";

/** The phone in somebody's hand. */
class Phone {
  readonly #secret: string;
  #shown = 0;

  constructor(secret: string) {
    this.#secret = secret.replaceAll(" ", "");
  }

  /** The code that the phone shows now. */
  now(): string {
    return appWith(this.#secret, { now: new Date() }).code();
  }

  /** A code that was not typed before, with enough of its half minute left to type it. */
  async next(): Promise<string> {
    const isFresh = (): boolean => {
      const at = Date.now();
      return stepOf(new Date(at)) > this.#shown && at % halfMinuteMs < halfMinuteMs - 8_000;
    };
    await expect.poll(isFresh, { timeout: 60_000, interval: 200 }).toBe(true);
    this.#shown = stepOf(new Date());
    return this.now();
  }
}

/** Adds the account that is open to a phone, and keeps what is told once. */
async function setUp(page: Page): Promise<{ phone: Phone; spareCodes: string[] }> {
  await page.getByRole("button", { name: "设第二因素" }).click();
  const phone = new Phone(await page.locator(".factor .secret code").innerText());
  await page.getByLabel("动态码", { exact: true }).fill(await phone.next());
  await page.getByRole("button", { name: "确认" }).click();
  await page.getByRole("heading", { name: "备用码只显示这一次" }).waitFor();
  const spareCodes = await page.locator(".spare code").allInnerTexts();
  await page.getByRole("button", { name: "已收好" }).click();
  await page.getByText(/起生效。备用码还剩 8 个。/).waitFor();
  return { phone, spareCodes };
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("动态码或备用码").fill(code);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

describe.skipIf(!chromium.present)(nameWithCure("a second factor", chromium), () => {
  let stage: Stage;
  let chief: Page;
  beforeAll(async () => {
    stage = await raiseStage();
    chief = await enterAs(stage, "系统管理员");
  });
  afterAll(() => stage?.close());

  /** Somebody who has just set their password, on their own page. */
  const newcomer = async (signInName: string, name: string): Promise<Page> => {
    const code = await makeAccount(chief, { signInName, name });
    const page = await stage.open("/sign-in?return=/account");
    await setPassword(page, { signInName, code, password });
    await page.getByRole("heading", { level: 1, name }).waitFor();
    return page;
  };

  test("is set up, asked for at the door, stood for by a spare code, and taken away", async () => {
    const page = await newcomer("qinyue", "秦越");
    const { phone, spareCodes } = await setUp(page);
    expect(spareCodes).toHaveLength(8);
    await page.getByRole("button", { name: "退出" }).click();

    await page.goto("/sign-in?return=/account");
    await signIn(page, "qinyue", password);
    await page.getByText("qinyue 设了第二因素").waitFor();
    const code = await phone.next();
    await typeCode(page, code);
    await page.getByRole("heading", { level: 1, name: "秦越" }).waitFor();

    const thief = await stage.open("/sign-in?return=/account");
    await signIn(thief, "qinyue", password);
    await typeCode(thief, code);
    await thief.getByText("代码 factor_code_spent").waitFor();
    await typeCode(thief, spareCodes[0] ?? "");
    await thief.getByText(/起生效。备用码还剩 7 个。/).waitFor();

    await doSurely(page, "移除第二因素");
    await page.getByText("还没有。设好以后").waitFor();
    await closeAll(page, thief);
  });

  test("shows nothing that is too wide, too faint or unnamed, in any look", async () => {
    const page = await newcomer("hanxue", "韩雪");
    await page.getByRole("button", { name: "设第二因素" }).click();
    await page.locator(".qr").waitFor();
    const found = await faultsInLooks(page, "factor invitation");
    const phone = new Phone(await page.locator(".factor .secret code").innerText());
    await page.getByLabel("动态码", { exact: true }).fill(await phone.next());
    await page.getByRole("button", { name: "确认" }).click();
    await page.locator(".spare").waitFor();
    found.push(...(await faultsInLooks(page, "factor spare codes")));
    await page.getByRole("button", { name: "已收好" }).click();
    found.push(...(await faultsInLooks(page, "factor held")));

    const door = await stage.open("/sign-in");
    await signIn(door, "hanxue", password);
    await typeCode(door, "000000");
    await door.getByText("代码 factor_code_wrong").waitFor();
    found.push(...(await faultsInLooks(door, "factor asked")));
    expect(found).toEqual([]);
    await closeAll(page, door);
  });

  test("that is lost is taken away by an administrator", async () => {
    const page = await newcomer("luoshi", "罗实");
    await setUp(page);
    await chief.getByRole("link", { name: "管理" }).first().click();
    await chief.getByRole("link", { name: "罗实" }).click();
    await doSurely(chief, "移除第二因素");
    await chief.getByText("第二因素已移除，全部登录都已结束。").waitFor();

    await page.goto("/sign-in?return=/account");
    await signIn(page, "luoshi", password);
    await page.getByText("还没有。设好以后").waitFor();
    await closeAll(page);
  });
});
