import { expect, test } from "vitest";
import { localeOf } from "./locale.ts";

test.each([
  [undefined, "zh"],
  ["", "zh"],
  ["fr,de;q=0.8", "zh"],
  ["en", "en"],
  ["en-GB,en;q=0.9,zh;q=0.8", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["en;q=0.2, zh-Hans;q=0.7", "zh"],
  ["en;q=0", "zh"],
  ["*", "zh"],
])("Accept-Language %j is answered in %s", (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
