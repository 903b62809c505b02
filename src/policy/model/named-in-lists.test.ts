import { expect, test } from "vitest";
import type { Program } from "../../rules/index.ts";
import { namedInLists } from "./named-in-lists.ts";

const both = (text: string) => ({ zh: text, en: text });
const list = (id: string, state: "empty" | "imported", entries: string[]) => ({
  ...{ id, title: both(id), issuer: "unknown", date: "unknown", state, entries },
});
const fact = (name: string, register?: string) => ({
  name,
  definition: { id: `project.${name}`, ...(register && { register }) },
});
const program = {
  facts: [fact("on_plan", "plan"), fact("in_library", "library"), fact("is_major")],
  registers: [list("plan", "imported", ["光明 楼17号"]), list("library", "empty", [])],
} as unknown as Program;

test("a list at hand says of a project that it stands in it, by its name", () => {
  expect(namedInLists(program, "光明楼１７号")).toEqual({ project: { on_plan: true } });
});

test("a name that is not found is no no: the list may know the project by another", () => {
  expect(namedInLists(program, "百万庄")).toEqual({});
});

test("a list that is not at hand says nothing, and nor does a project without a name", () => {
  expect(namedInLists({ ...program, registers: [] }, "百万庄")).toEqual({});
  expect(namedInLists(program, undefined)).toEqual({});
  expect(namedInLists(program, " ")).toEqual({});
});
