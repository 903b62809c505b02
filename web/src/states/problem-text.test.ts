import { describe, expect, test } from "vitest";
import { ProblemError, problemOf } from "../api/problem.ts";
import { problemText } from "./problem-text.ts";

const refused = new ProblemError({
  type: "/problems/facts_unread",
  title: "Facts unread",
  status: 422,
  code: "facts_unread",
  message: { zh: "有一项事实读不懂", en: "One fact cannot be read" },
  errors: [
    {
      pointer: "/facts/a",
      detail: "unknown id",
      message: { zh: "没有这个编号", en: "no such id" },
    },
  ],
});

describe("a problem on the screen", () => {
  test("speaks the reader's language, with the lines about single inputs", () => {
    expect(problemText(refused, "zh")).toEqual({
      code: "facts_unread",
      sentence: "有一项事实读不懂",
      details: ["没有这个编号"],
    });
    expect(problemText(refused, "en").details).toEqual(["no such id"]);
  });

  test("keeps a code even where the server did not speak in problems", () => {
    expect(problemOf(502, undefined).code).toBe("server_silent");
    expect(problemOf(200, undefined).code).toBe("answer_unread");
  });

  test("of our own making is named as such", () => {
    expect(problemText(new Error("bug"), "zh").code).toBe("page_broken");
  });
});
