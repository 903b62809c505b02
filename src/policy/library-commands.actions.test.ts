import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { codeOf, jsonOf, type Ended } from "../../test/harness/command-line.ts";
import { runOne, type PackFolder } from "../../test/harness/small-pack.ts";
import { townLibrary, townLine, townWithAward } from "../../test/harness/town-library.ts";
import { invariant } from "../base/invariant.ts";
import { system } from "../base/actor.ts";
import { sql } from "../store/sql.ts";
import { libraryCommands } from "./commands/library.ts";

onBothEngines("zhibu library", (engine) => {
  let town: PackFolder;
  let path: string;
  beforeAll(() => {
    town = townWithAward();
    path = townLibrary(
      town,
      Array.from({ length: 60 }, (_, at) => townLine(at)),
    );
  });
  afterAll(() => town[Symbol.dispose]());

  const say = (name: string, ...line: string[]): Promise<Ended> => {
    const context = { packs: town.packs, pack: "town" };
    const commands = libraryCommands({ ...context, withDb: (work) => work(engine.db) });
    const command = commands.find((one) => one.name === `library ${name}`);
    invariant(command, `there is a command library ${name}`);
    return runOne(command, line);
  };
  const begin = async (...line: string[]): Promise<string> => {
    const begun = await say("run", path, "--partitions", "3", ...line, "--format", "json");
    return String(jsonOf(begun)["id"]);
  };

  test("begins a run, does it, and shows what it comes to, by groups", async () => {
    const id = await begin("--by", "place.quarter", "--as-of", "2026-03-16");
    expect((await say("status", id)).out).toContain(`${id}: running, 0 of 3 partitions, 0 cases`);
    expect((await say("work")).out).toBe("no run is under way\n");
    const shown = await say("show", id);
    expect(shown.out).toContain("done, 3 of 3 partitions, 60 cases");
    expect(shown.out).toMatch(/^60 cases, 60 of them synthetic$/m);
    expect(shown.out).toMatch(/^book\/2\/award {2}\d+ {2}\d+ {2}\d+ {2}[\d.]+ m2$/m);
    expect(shown.out).toMatch(/^sha256 [0-9a-f]{64}$/m);
    const { summary } = jsonOf(await say("show", id, "--format", "json"));
    expect(Object.keys((summary as { groups: object }).groups).sort()).toEqual([
      "?",
      "east",
      "west",
    ]);
    expect((await say("status")).out).toContain(`${id}  `);
  });

  test("comes to the same digest in one piece as in three", async () => {
    const digestOf = async (id: string) =>
      jsonOf(await say("show", id, "--format", "json"))["digest"];
    const day = ["--as-of", "2026-03-16"];
    const [cut, whole] = [await begin(...day), await begin("--partitions", "1", ...day)];
    await say("work");
    expect(await digestOf(cut)).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(whole)).toBe(await digestOf(cut));
  });

  test("cancels and resumes, refuses what cannot be, and leaves each act in the trail", async () => {
    const id = await begin();
    expect((await say("cancel", id)).exit).toBe(0);
    expect(codeOf(await say("cancel", id, "--format", "json"))).toBe("library_run_over");
    expect((await say("resume", id)).exit).toBe(0);
    await say("work");
    expect(codeOf(await say("resume", id, "--format", "json"))).toBe("library_run_over");
    expect(codeOf(await say("show", "nobody", "--format", "json"))).toBe("library_run_missing");
    const { rows } = await engine.db.transaction(system("test"), (tx) =>
      tx.query<{ act: string }>(sql`
        select act from people.audit
         where resource_kind = 'library_run' and resource_id = ${id} and refusal is null
         order by id`),
    );
    expect(rows.map(({ act }) => act)).toEqual(["create", "cancel", "resume"]);
  });

  test.each([
    ["neither a file nor a number", [], "library_unnamed", 64],
    ["a number that is none", ["--synthetic", "many"], "number_invalid", 64],
    [
      "a fact that makes no groups",
      ["--by", "project.new_floor_area"],
      "library_group_unusable",
      2,
    ],
    ["a file that is not there", ["nothing.jsonl"], "library_source_missing", 2],
  ])("refuses %s", async (_, line, code, exit) => {
    const ended = await say("run", ...line, "--format", "json");
    expect([codeOf(ended), ended.exit]).toEqual([code, exit]);
  });
});
