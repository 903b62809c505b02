import type { Page } from "playwright-core";
import type { Look, Stage } from "./stage.ts";

/** The kinds of user that a synthetic city shows, in both languages. */
export const shownRoles = {
  系统管理员: "administrator",
  审计员: "auditor",
  区级主管人员: "district officer",
  责任规划师: "planner",
  审查人员: "reviewer",
  申报人: "sponsor",
  居民: "resident",
  出资方: "financier",
  对接系统: "integrator",
} as const;
export type ShownRole = keyof typeof shownRoles;

/** Enters through the page as one of the demonstration accounts, and comes back to a path. */
export async function enterAs(
  stage: Stage,
  role: ShownRole,
  { path = "/policies", ...look }: Look & { path?: string } = {},
): Promise<Page> {
  const page = await stage.open(`/sign-in?return=${encodeURIComponent(path)}`, look);
  const name = look.locale === "en" ? `Enter as ${shownRoles[role]}` : `以${role}进入`;
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL((url) => url.pathname === path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}

export type Person = {
  readonly signInName: string;
  readonly name: string;
  /** By whom the identity provider knows them. */
  readonly subject?: string;
};

/** Makes an account in the city through the page, and gives the code that is shown once. */
export async function makeAccount(page: Page, person: Person): Promise<string> {
  const { signInName, name, subject } = person;
  await page.getByRole("link", { name: "管理" }).first().click();
  await page.getByRole("link", { name: "新建账号" }).click();
  // The list that is left has a field of a like name.
  await page.getByRole("heading", { level: 1, name: "新建账号" }).waitFor();
  await page.getByLabel("账号名").fill(signInName);
  await page.getByLabel("姓名").fill(name);
  await page.getByLabel("所属机构").selectOption({ value: "110000" });
  if (subject !== undefined) await page.getByLabel("统一身份标识").fill(subject);
  await page.getByRole("button", { name: "建账号" }).click();
  await page.getByRole("heading", { name: "恢复码只显示这一次" }).waitFor();
  return page.locator(".secret code").innerText();
}

/** Gives the account whose page is open a role over a place. */
export async function giveRole(page: Page, role: string, scope: string): Promise<void> {
  const form = page.locator("form").filter({ hasText: "给一个角色" });
  await form.getByLabel("角色").selectOption({ value: role });
  await form.getByLabel("范围").selectOption({ value: scope });
  await form.getByRole("button", { name: "给角色" }).click();
}

/** Sets a password by a code on the sign-in page, and is signed in by it. */
export async function setPassword(
  page: Page,
  { signInName, code, password }: { signInName: string; code: string; password: string },
): Promise<void> {
  await page.getByRole("button", { name: "有恢复码" }).click();
  await page.getByLabel("账号名").fill(signInName);
  await page.getByLabel("恢复码", { exact: true }).fill(code);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再输一遍新密码").fill(password);
  await page.getByRole("button", { name: "设密码并登录" }).click();
}

/** Signs in on the sign-in page that is open. */
export async function signIn(page: Page, signInName: string, password: string): Promise<void> {
  await page.getByLabel("账号名").fill(signInName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Does what is asked twice. */
export async function doSurely(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("group").getByRole("button", { name, exact: true }).click();
}

/** Leaves the page of a session that has ended, and reads that it has. */
export async function findOut(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link }).first().click();
  await page.getByText("登录已到时间，或在别处结束了").waitFor();
}

export const closeAll = async (...pages: readonly Page[]): Promise<void> => {
  await Promise.all(pages.map((page) => page.context().close()));
};
