import { expect, test } from "vitest";
import { formatted } from "../../scripts/formatted.ts";
import { zhibu } from "../../test/harness/command-line.ts";

/** Three named projects of the special plan, each with a rule that is open and one that is not. */
const asked = [
  {
    project: "guangminglou-17",
    open: "toolbox-1.0/05/necessary",
    not: "toolbox-1.0/07/recognition",
  },
  { project: "erqi-1897", open: "toolbox-1.0/07/inner-storey", not: "toolbox-1.0/25/conversion" },
  {
    project: "kuntai-tower",
    open: "toolbox-1.0/06/interior",
    not: "toolbox-1.0/56/compound-facility",
  },
] as const;

const head = `# What an officer reads

Three of the projects that the special plan names, with nothing known of them but what the plan
says. Of each, a rule that is still open, and one that does not apply with what would change it: as
\`npx zhibu explain --project … --rule …\` prints them. Written by \`npm run check -- --update\`.
`;

const lawDate = "2026-03-16";

async function answerOf(project: string, rule: string): Promise<readonly string[]> {
  const words = ["explain", "--project", project, "--rule", rule, "--as-of", lawDate];
  const said = await Promise.all(
    ["zh", "en"].map((locale) => zhibu(words, { ZHIBU_LANG: locale })),
  );
  return said.flatMap(({ out }) => ["```text", out.trimEnd(), "```", ""]);
}

/** The page with the answers as they are printed today. */
async function pageOf(): Promise<string> {
  const lines = [head];
  for (const { project, open, not } of asked) {
    lines.push(`## ${project}`, "");
    for (const rule of [open, not])
      lines.push(`\`${rule}\`:`, "", ...(await answerOf(project, rule)));
  }
  return formatted("answers.md", lines.join("\n"));
}

test("docs/answers.md holds what is said of three named projects, in both languages", async () => {
  await expect(await pageOf()).toMatchFileSnapshot("../../docs/answers.md");
});
