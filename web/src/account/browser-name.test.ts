import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";

const gecko = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const edge =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) " +
  "Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 " +
  "Version/18.0 Mobile/15E148 Safari/604.1";

test.each([
  [gecko, "Firefox · Linux"],
  [edge, "Edge · Windows"],
  [phone, "Safari · iOS"],
  ["curl/8.9", "curl/8.9"],
  ["", undefined],
])("%s is known as %s", (stated, name) => {
  expect(browserName(stated)).toBe(name);
});
