import { describe, expect, test } from "vitest";
import { fencesOf, pageAt, type Fence } from "../../../test/harness/page.ts";
import { walked } from "../../../test/harness/walkthrough.ts";

const page = pageAt("docs/tutorial.md");

const isFile = ({ language, purpose }: Fence): boolean => language !== "console" && purpose !== "";

/** How the page tells its reader what the fence tells the test. */
function placeOf(purpose: string): string {
  const file = `\`${purpose.split(" ").at(-1) ?? ""}\``;
  if (purpose.startsWith(">> ")) return `At the end of ${file}:`;
  return purpose.startsWith("under cases: ") ? `Under \`cases:\` in ${file}:` : `${file}:`;
}

const small = `
\`\`\`text packs/brook/pack.yaml
id: brook
\`\`\`

\`\`\`console
$ npx zhibu pack check
brook compiles
\`\`\`
`;

describe("docs/tutorial.md", () => {
  test("prints at each step what it says, from the clause to green tests", async () => {
    await expect(await walked(page, "brook")).toMatchFileSnapshot("../../../docs/tutorial.md");
  });

  test("takes the words of an author one after the other", () => {
    const lines = fencesOf(page).flatMap(({ text }) => text.split("\n"));
    const words = lines.flatMap((line) => /npx zhibu ((?:pack )?\w+)/.exec(line)?.[1] ?? []);
    const wanted = [
      "check",
      "show",
      "test",
      "coverage",
      "boundaries",
      "mutate",
      "figures",
      "lint",
      "fmt",
    ];
    const missing = wanted.map((word) => `pack ${word}`).filter((word) => !words.includes(word));
    expect(missing).toEqual([]);
    expect(words).toEqual(expect.arrayContaining(["corpus", "evaluate", "ask", "explain"]));
  });

  test("says above each file what it is called and where in it the lines go", () => {
    const fences = [...page.matchAll(/^(.*)\n\n```(?:text|yaml|diff) (.+)$/gm)];
    const wrong = fences.filter(
      ([, line = "", purpose = ""]) => line.replace("In ", "") !== placeOf(purpose),
    );
    expect(wrong.map(([, line, purpose]) => [line, purpose])).toEqual([]);
    expect(fences.length).toBe(fencesOf(page).filter(isFile).length);
  });

  test("would show what is printed in place of what it says, and how a command ended", async () => {
    const shown = await walked(small, "brook");
    expect(shown).not.toContain("brook compiles");
    expect(shown).toContain("packs/brook/pack.yaml:1:1: error");
    expect(shown).toContain("(ended with 2)");
  });
});
