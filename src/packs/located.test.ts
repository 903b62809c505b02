import { describe, expect, test } from "vitest";
import { locate } from "./located.ts";
import { readYaml } from "./yaml.ts";

/** The characters of the file that stand for those of the value where `behind` begins. */
function characterAt(yaml: string, behind: string): string {
  const { file } = readYaml("a.yaml", yaml);
  if (!file) throw new Error("the text of this test is not YAML");
  const value = (file.value as { when: string }).when;
  const place = locate(file, [], file.value).at(["when"], value.indexOf(behind));
  return place.source.slice(place.column - 1, place.column - 1 + behind.length);
}

describe("a character of an expression is found in its file", () => {
  test.each([
    ["on one line", "when: a and bad"],
    ["folded over several", "when: >\n  a and\n    b and\n\n  bad or c\n"],
    ["folded with an indentation that counts", "when: >2\n  a\n  bad\n"],
    ["kept as it stands", "when: |\n  a and\n  bad\n"],
    ["between quotation marks", `when: "x = \\"a\\" and bad"`],
    ["between single quotation marks", "when: 'it''s and bad'"],
    ["plain over several lines", "when: a and\n  b and\n  bad"],
    ["behind Chinese", 'when: x = "公共 空间" and bad'],
  ])("%s", (_, yaml) => {
    expect(characterAt(yaml, "bad")).toBe("bad");
  });

  test("and a part that is missing is found at what it is missing from", () => {
    const { file } = readYaml("a.yaml", "rules:\n  - id: x\n");
    const place = file && locate(file, [], file.value).at(["rules", 0, "when"]);
    expect(place).toMatchObject({ line: 2, column: 5 });
  });
});
