import { expect, test } from "vitest";
import { jsonOf } from "../../../test/harness/command-line.ts";
import { runOne } from "../../../test/harness/small-pack.ts";
import { fileKinds } from "../../packs/index.ts";
import { schemaCommand } from "./pack-schema.ts";

test("prints the schema of one kind of file, in the caller's language", async () => {
  const [chinese, english] = [
    await runOne(schemaCommand, ["measure"], "zh"),
    await runOne(schemaCommand, ["measure", "--format", "json"], "en"),
  ];
  expect([chinese.exit, english.exit]).toEqual([0, 0]);
  expect(jsonOf(chinese)).toMatchObject({ title: "举措", additionalProperties: false });
  expect(jsonOf(english)).toMatchObject({ title: "A measure", additionalProperties: false });
});

test("prints one schema for any kind of file where none is named", async () => {
  const { definitions } = jsonOf(await runOne(schemaCommand, []));
  expect(Object.keys(definitions as object)).toEqual(fileKinds);
});

test("names the kinds of files to whoever asks for another", async () => {
  const { exit, out } = await runOne(schemaCommand, ["measures"]);
  expect(exit).toBe(64);
  expect(out).toContain(
    'file_kind_unknown: no file of a pack is called "measures": use pack, facts',
  );
  expect((await runOne(schemaCommand, ["measures"], "zh")).out).toContain("没有“measures”这种文件");
});
