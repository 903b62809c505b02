import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne, townCases, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import { boundariesCommand } from "./pack-boundaries.ts";

const { within, at, above } = townCases;
const below = within.replace("60", "99.99");

/** Runs `pack boundaries` on the small pack with these cases. */
async function run(cases: readonly string[], line: readonly string[] = [], locale?: "zh" | "en") {
  using folder = townFolder(townFiles(cases));
  const withDb = () => Promise.reject(new Error("no command here opens a database"));
  const command = boundariesCommand({ packs: folder.packs, pack: "town", withDb });
  return await runOne(command, line, locale);
}

describe("zhibu pack boundaries", () => {
  test("ends well where cases stand below, at and above every threshold", async () => {
    const { exit, out } = await run([below, at, above]);
    expect(exit).toBe(0);
    expect(out).toContain("1 thresholds: 1 with a case on either side and on it");
  });

  test("names the sides on which no case stands, in both languages", async () => {
    const [english, chinese] = [await run([within, at]), await run([within, at], [], "zh")];
    expect([english.exit, chinese.exit]).toEqual([2, 2]);
    expect(english.out).toContain("✗ book/1/small  Newly added area is at most 100 m²");
    expect(english.out).toContain("when: no case stands one step below, one step above");
    expect(chinese.out).toContain("when: 缺用例：差一点、过一点");
  });

  test("prints the missing cases as they stand in a measure: confirmed, they are enough", async () => {
    const { out } = await run([within, at], ["--cases"]);
    expect(out).toMatch(/^# book\/1\ncases:\n/);
    const { cases } = parse(out) as { cases: { name: string }[] };
    expect(cases.map(({ name }) => name.slice(0, 3))).toEqual(["待核：", "待核："]);
    const confirmed = cases.map((one, index) => JSON.stringify({ ...one, name: `${index}` }));
    expect((await run([within, at, ...confirmed])).exit).toBe(0);
    const unconfirmed = cases.map((one) => JSON.stringify(one));
    expect((await run([within, at, ...unconfirmed])).exit).toBe(2);
  });

  test("gives the same as data, and says where no case can be made", async () => {
    const empty = within.replace("new_floor_area: 60", "").replace("applies", "undecided");
    const bare = empty.replace(/, standing.*\}\] \}/, " }");
    const ended = await run([bare], ["--format", "json"]);
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({
      ...{ total: 1, guarded: 0 },
      unguarded: [{ rule: "book/1/small", missing: ["below", "at", "above"], cases: [] }],
    });
    expect((await run([bare])).out).toContain("no case states its other figures");
  });

  test("has a name that it knows, and cases that pass", async () => {
    const unknown = await run([within], ["book/1/smal"]);
    expect([unknown.exit, unknown.out.split(":")[0]]).toEqual([2, "rule_missing"]);
    const failing = await run([within.replace("applies", "undecided")]);
    expect([failing.exit, failing.out.split(":")[0]]).toEqual([2, "cases_failing"]);
  });
});
