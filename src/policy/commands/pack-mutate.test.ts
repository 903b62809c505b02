import { describe, expect, test } from "vitest";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne, townCases, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import { mutateCommand } from "./pack-mutate.ts";

const { within, at, above } = townCases;
type Files = ReturnType<typeof townFiles>;

/** Runs `pack mutate` on the small pack with these files. */
async function mutate(files: Files, line: readonly string[] = [], locale: "zh" | "en" = "en") {
  using folder = townFolder(files);
  const withDb = () => Promise.reject(new Error("no command here opens a database"));
  const command = mutateCommand({ packs: folder.packs, pack: "town", withDb });
  return await runOne(command, line, locale);
}

const guarded = townFiles([within, at, above]);
const unguarded = townFiles([within, above]);
const excuse = (id: string) => ({
  "equivalents.yaml": `equivalents: [{ id: "${id}", reason: { zh: 看不出, en: Unseen } }]\n`,
});

describe("zhibu pack mutate", () => {
  test("ends well where every slip is noticed, and tells its progress beside the answer", async () => {
    const { exit, out, err } = await mutate(guarded);
    expect(exit).toBe(0);
    expect(out).toBe(
      "11 slips: 11 noticed by a case; 0 the same law by its normal form, " +
        "0 excused with a reason; 0 not noticed. Score 100 %\n",
    );
    expect(err).toBe("1/1 book/1: 11 slips, 0 not noticed\n");
  });

  test("names what no case notices, in both languages, with a case that would", async () => {
    const [english, chinese] = [await mutate(unguarded), await mutate(unguarded, [], "zh")];
    expect([english.exit, chinese.exit]).toEqual([2, 2]);
    expect(english.out).toContain("slips that no case notices:\nbook/1/small\n");
    expect(english.out).toContain("book/1/small#when:border\n");
    expect(english.out).toContain(
      'the case "未到" would show it with project.new_floor_area = 100',
    );
    expect(chinese.out).toContain("没有用例发现的笔误:\nbook/1/small\n");
    expect(chinese.out).toContain("把用例“未到”改一点就看得出（project.new_floor_area = 100）");
  });

  test("gives the same as data", async () => {
    const ended = await mutate(unguarded, ["--format", "json"]);
    expect(ended.exit).toBe(2);
    const { survivors, ...rest } = jsonOf(ended);
    expect(rest).toEqual({
      ...{ total: 11, killed: 9, score: 9 / 11 },
      ...{ same: [], excused: [], refuted: [], unneeded: [] },
    });
    expect(survivors).toMatchObject([
      { id: "book/1/small#when:border", of: "book/1/small", witness: { from: "未到" } },
      { id: "book/1#parameters.most.0:down", of: "book/1" },
    ]);
  });

  test("asks for one rule alone, and excuses of others stand aside", async () => {
    const files = { ...unguarded, ...excuse("book/1#parameters.most.0:down") };
    const { exit, out } = await mutate(files, ["book/1/small"]);
    expect(exit).toBe(2);
    expect(out).toContain("7 slips: 6 noticed by a case");
    expect(out).not.toContain("equivalents.yaml");
  });

  test.each([
    ["that a case refutes", unguarded, "says that nobody can notice these, and a case does"],
    ["that nothing needs", guarded, "entries of equivalents.yaml that nothing needs"],
  ])("refuses an excuse %s", async (_which, files, said) => {
    const { exit, out } = await mutate({ ...files, ...excuse("book/1/small#when:border") });
    expect(exit).toBe(2);
    expect(out).toContain(`${said}:\n`);
    expect(out).toContain("book/1/small#when:border");
  });

  test("names the rule that was meant where there is none of that name", async () => {
    const { exit, out } = await mutate(guarded, ["book/1/smal"]);
    expect(exit).toBe(2);
    expect(out).toMatch(/^rule_missing: .*book\/1\/small/);
  });

  test("has every case pass first", async () => {
    const failing = townFiles([within.replace("applies", "undecided")]);
    const ended = await mutate(failing, ["--format", "json"]);
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({ problem: { code: "cases_failing", count: 1 } });
  });

  test("tells what is wrong with a pack that does not compile", async () => {
    const broken = { ...guarded, "terms.yaml": "terms: []\n" };
    const { exit, out } = await mutate(broken);
    expect(exit).toBe(2);
    expect(out).toContain("01-small.yaml");
  });
});
