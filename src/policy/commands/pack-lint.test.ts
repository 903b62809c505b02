import { describe, expect, test } from "vitest";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import { lintCommand } from "./pack-lint.ts";

type Files = ReturnType<typeof townFiles>;

const measure = "policy/book/01-small.yaml";
const figures = 'figures: [{ text: "100", parameter: most }]\n';

/** The small pack, with this in the place of its one rule's condition. */
function townWith(when: string): Files {
  const files = townFiles([]);
  const text = (files[measure] ?? "").replace(/when: .*?, permit/, `when: ${when}, permit`);
  return { ...files, [measure]: text.replace("cases:\n", figures) };
}

const sound = townWith("project.new_floor_area <= most");
const doubtful = townWith("project.new_floor_area <= most and project.new_floor_area >= 0");
const id = "idle_part#book/1/small#when.1";
const accepting = (finding: string) => ({
  "acceptances.yaml": JSON.stringify({
    acceptances: [{ id: "so", findings: [finding], reason: { zh: "如此", en: "So" } }],
  }),
});

const listed = { id: "project.listed", type: "boolean", label: { zh: "列入", en: "Listed" } };

/** Runs `pack lint` on a small pack. */
async function run(files: Files, line: readonly string[] = [], locale?: "zh" | "en") {
  using folder = townFolder(files);
  const withDb = () => Promise.reject(new Error("no command here opens a database"));
  const command = lintCommand({ packs: folder.packs, pack: "town", withDb });
  return await runOne(command, line, locale);
}

describe("zhibu pack lint", () => {
  test("ends well where nothing is doubtful, and tells its time beside the answer", async () => {
    const { exit, out, err } = await run(sound);
    expect(exit).toBe(0);
    expect(out).toBe("0 found; 0 not proved; 0 accepted with a reason\n");
    expect(err).toMatch(/^looked at in \d+\.\d s\n$/);
  });

  test("tells what it finds with its case, in both languages", async () => {
    const [english, chinese] = [await run(doubtful), await run(doubtful, [], "zh")];
    expect([english.exit, chinese.exit]).toEqual([2, 2]);
    expect(english.out).toContain(
      '"newly added area is at least 0 m²"; nothing changes without it',
    );
    expect(english.out).toContain("book/1/small: condition met, applies");
    expect(chinese.out).toContain("“新增规模不低于 0 m²”总是满足，删去它什么也不变");
    expect(chinese.out).toContain("book/1/small: 条件满足, 适用");
  });

  test("gives the same as data", async () => {
    const ended = await run(doubtful, ["--format", "json"]);
    expect(ended.exit).toBe(2);
    expect(jsonOf(ended)).toMatchObject({
      left: [
        { id, code: "idle_part", proof: "splitting", clauses: [{ document: "book", item: 1 }] },
      ],
      ...{ unproved: [], accepted: [], unneeded: [] },
    });
  });

  test("keeps what the pack accepts with a reason", async () => {
    const { exit, out } = await run({ ...doubtful, ...accepting(id) });
    expect(exit).toBe(0);
    expect(out).toBe("0 found; 0 not proved; 1 accepted with a reason\n");
  });

  test("refuses an acceptance that nothing needs", async () => {
    const { exit, out } = await run({ ...sound, ...accepting(id) });
    expect(exit).toBe(2);
    expect(out).toContain(`entries of acceptances.yaml that nothing needs:\n  ${id}\n`);
  });

  test("says what is wrong with a pack that does not build", async () => {
    const { exit, out } = await run(townWith("project.new_floor_aera <= most"));
    expect(exit).toBe(2);
    expect(out).toContain("[fact_unknown]");
  });

  test("wants of the register and the map only what they have", async () => {
    const silent = (source: string) => ({
      ...townWith("project.new_floor_area <= most and project.listed"),
      "facts/listed.yaml": JSON.stringify({ facts: [{ ...listed, source: [source] }] }),
    });
    expect((await run(silent("registry"))).out).toContain("fact_unsupplied#project.listed");
    expect((await run(silent("asked"))).out).toContain("fact_unsupplied#project.listed");
  });
});
