import { openBrowser } from "./browser.ts";
const base = process.argv[2] ?? "http://127.0.0.1:8441";
const browser = await openBrowser();
const f = (await (
  await fetch(`${base}/api/v1/land/layers/buildings/features?limit=2000`)
).json()) as any;
const factory = f.features.find((x: any) => x.properties.kind === "factory");
console.log(factory?.id, factory?.properties.name);
async function walk(name: string, opts: any, lang: string, theme: string) {
  const context = await browser.newContext({ ...opts, colorScheme: theme as any, locale: lang });
  const page = await context.newPage();
  page.on("console", (m) => {
    if (m.type() === "error") console.log("console", m.text());
  });
  await page.goto(base, { waitUntil: "networkidle" });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/me/shots/${name}-1-city.png` });
  const box = page.getByRole("combobox").first().or(page.getByRole("searchbox").first());
  await box.fill(factory.properties.name);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/me/shots/${name}-2-search.png` });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(6000);
  await page.screenshot({ path: `/tmp/me/shots/${name}-3-place.png` });
  const none = page.getByRole("button", { name: /都不做|None of these/ });
  if (await none.count()) {
    await none.first().click();
    await page.waitForTimeout(3000);
    await page.screenshot({ path: `/tmp/me/shots/${name}-4-asked.png` });
  }
  console.log(name, page.url());
  await page
    .getByRole("button", { name: /打开政策报告|Open the policy report|report/i })
    .first()
    .click();
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `/tmp/me/shots/${name}-5-report.png`, fullPage: false });
  console.log(name, page.url());
  await context.close();
}
const desk = { viewport: { width: 1440, height: 900 } };
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
const which = process.argv[3] ?? "zh";
if (which.includes("zh")) await walk("zh-light", desk, "zh-CN", "light");
if (which.includes("en")) await walk("en-dark", desk, "en-US", "dark");
if (which.includes("phone")) await walk("phone", phone, "zh-CN", "light");
await browser.close();
