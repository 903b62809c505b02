import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { read, root } from "./sources.ts";

type Row = { id: string; topic: string; state: string; shown: string };

const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (V\d+\.\d+\.\d+) +\| ([^|]*?) *\| ([^|]*?) *\| ([^|]*?) *\|$/gm)].map(
    ([, id = "", topic = "", state = "", shown = ""]) => ({ id, topic, state, shown }),
  );

const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+)`/g)].map((match) => match[1] ?? "");

/** What is wrong with a row: a state without its proof or its reason, a proof that is not there. */
function faultsOf({ id, topic, state, shown }: Row, exists: (path: string) => boolean): string[] {
  const paths = pathsIn(shown);
  const isKnown = ["held", "not applicable", "open"].includes(state);
  return [
    ...(isKnown && topic !== "" ? [] : [`${id}: no state or topic`]),
    ...(state === "held" && paths.length === 0 ? [`${id}: held, and nothing shows it`] : []),
    ...(state !== "held" && shown.length < 8 ? [`${id}: no reason`] : []),
    ...paths.filter((path) => !exists(path)).map((path) => `${id}: ${path} is not there`),
  ];
}

describe("docs/security.md", () => {
  const text = read("docs/security.md");
  const rows = rowsOf(text);

  test("has one row for each requirement of levels 1 and 2, and no other", () => {
    const ids = read("test/tidy/asvs-ids.txt").trim().split("\n");
    expect(ids).toHaveLength(253);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  test("shows what it says is held, and gives a reason for the rest", () => {
    expect(rows.flatMap((row) => faultsOf(row, (path) => existsSync(join(root, path))))).toEqual(
      [],
    );
  });

  test("counts itself rightly", () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    const said = `Held: ${count("held")}. Not applicable: ${count("not applicable")}.`;
    expect(text).toContain(`${said} Open: ${count("open")}.`);
  });
});

describe("the reading of a row", () => {
  const row = { id: "V1.1.1", topic: "a", state: "held", shown: "`src/main.ts`" };

  test.each([
    ["proof that is gone", row, false],
    ["no proof", { ...row, shown: "surely" }, true],
    ["no reason", { ...row, state: "open", shown: "" }, true],
    ["no such state", { ...row, state: "partly" }, true],
  ])("finds %s", (_, given, there) => {
    expect(faultsOf(given, () => there)).toHaveLength(1);
  });

  test("lets a whole row pass", () => {
    expect(faultsOf(row, () => true)).toEqual([]);
  });
});
