import { describe, expect, test } from "vitest";
import { parameterText } from "./parameter-text.ts";

describe("a figure of the law", () => {
  test("is shown as the text has it: a number, a quotient, or a range left open", () => {
    expect(parameterText(20, "%", "zh")).toBe("20%");
    expect(parameterText("1/3", "1", "zh")).toBe("1/3");
    expect(parameterText([800, 1000], "m", "en")).toBe("800–1,000 m");
  });
});
