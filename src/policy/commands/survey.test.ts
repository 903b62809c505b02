import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne, townCases, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import { surveyCommand } from "./survey.ts";

const library = ["north", "south"].map((id) => JSON.stringify({ id, facts: {} })).join("\n");

/** Runs `survey` on the small pack and a library of two cases, of which nothing is known. */
async function surveyed(line: readonly string[] = [], locale: "zh" | "en" = "en") {
  using folder = townFolder(townFiles([townCases.at]));
  const file = join(folder.packs, "library.jsonl");
  writeFileSync(file, library);
  const withDb = () => Promise.reject(new Error("no command here opens a database"));
  const command = surveyCommand({ packs: folder.packs, pack: "town", withDb });
  return await runOne(command, [file, ...line], locale);
}

describe("zhibu survey", () => {
  test("says which fact is to be found out where, in both languages", async () => {
    const [english, chinese] = [await surveyed(), await surveyed([], "zh")];
    expect([english.exit, chinese.exit]).toEqual([0, 0]);
    expect(english.out).toBe(
      [
        "Survey list: 2 cases, 1 facts worth finding out",
        "Newly added area (project.new_floor_area): 2 places, settles 2 verdicts",
        "    north: settles 1",
        "    south: settles 1\n",
      ].join("\n"),
    );
    expect(chinese.out).toContain("新增规模（project.new_floor_area）：2 处要查，可定结论 2 条");
  });

  test("lists as many places as it is told to, and counts the others", async () => {
    const { out } = await surveyed(["--places", "1"]);
    expect(out).toContain("    north: settles 1\n    1 more\n");
  });

  test("gives every place in its JSON", async () => {
    const { lines } = jsonOf(await surveyed(["--places", "1", "--format", "json"]));
    expect(lines).toMatchObject([
      {
        fact: "project.new_floor_area",
        settles: 2,
        places: [{ case: "north" }, { case: "south" }],
      },
    ]);
  });

  test.each(["0", "-1", "1.5", "many"])("refuses a list of %s facts", async (top) => {
    const { exit, out } = await surveyed([`--top=${top}`]);
    expect(exit).toBe(64);
    expect(out).toContain("count_invalid");
  });
});
