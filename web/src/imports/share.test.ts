import { expect, test } from "vitest";
import { shareText } from "./share.ts";

test("a share says all or nothing only where it is so", () => {
  expect([1, 0.99996, 0.9871, 0.00001, 0].map(shareText)).toEqual([
    ...["100%", "> 99.99%", "98.71%", "< 0.01%", "0%"],
  ]);
});
