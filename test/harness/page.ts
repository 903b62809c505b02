import { readFileSync } from "node:fs";

/** A fenced block of a page: what stands behind its fence, in words, and the text inside. */
export type Fence = {
  readonly language: string;
  /** The rest of the line of the fence: what the block is for. */
  readonly purpose: string;
  readonly text: string;
};

/** A page of the repository, by its path from the root. */
export const pageAt = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const fence = /^```(\w+)(?: (.*))?\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page, in their order. */
export const fencesOf = (page: string): readonly Fence[] =>
  [...page.matchAll(fence)].map(([, language = "", purpose = "", text = ""]) => ({
    ...{ language, purpose, text },
  }));

/** The page with the text of each block put anew: the fences and all between them stay. */
export async function refilled(
  page: string,
  fill: (block: Fence) => string | Promise<string>,
): Promise<string> {
  const texts: string[] = [];
  for (const block of fencesOf(page)) texts.push(await fill(block));
  let at = 0;
  return page.replace(fence, (_, language: string, purpose?: string) => {
    const head = [language, ...(purpose === undefined ? [] : [purpose])].join(" ");
    return `\`\`\`${head}\n${texts[at++] ?? ""}\`\`\``;
  });
}
