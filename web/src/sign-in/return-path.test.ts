import { describe, expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

describe("the way back after a sign-in", () => {
  test.each(["/people", "/people/new?x=1#roles", "/?building=CY-0402-B150"])(
    "leads to %s",
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "people",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example/people",
    "javascript:alert(1)",
    "/sign-in?return=/sign-in",
    "/api/v1/people/session",
  ])("leads to the map instead of %j", (wanted) => {
    expect(returnPath(wanted)).toBe("/");
  });
});
