import { readFileSync } from "node:fs";

/** A fenced block of a page: what stands behind its fence, in words, and the text inside. */
export type Fence = {
  readonly language: string;
  /** The rest of the line of the fence: what the block is for. */
  readonly purpose: string;
  readonly text: string;
};

/** Texts by their path. */
type Files = ReadonlyMap<string, string>;

/** A page of the repository, by its path from the root. */
export const pageAt = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const fence = /^```(\w+)(?: (.*))?\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page, in their order. */
export const fencesOf = (page: string): readonly Fence[] =>
  [...page.matchAll(fence)].map(([, language = "", purpose = "", text = ""]) => ({
    ...{ language, purpose, text },
  }));

/** Whether a block is an example to run: a fence of TypeScript with no other purpose. */
export const isExample = ({ language, purpose }: Fence): boolean =>
  language === "ts" && purpose === "";

/** The examples of a page as one text. */
export const examplesOf = (page: string): string =>
  fencesOf(page)
    .filter(isExample)
    .map(({ text }) => text)
    .join("\n");

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

/** Lines of one sign of a change, without the sign. */
const signed = (sign: string, text: string): string =>
  text
    .split("\n")
    .filter((line) => line.startsWith(sign))
    .map((line) => line.slice(1))
    .join("\n");

function mended(before: string, { purpose, text }: Fence): string {
  const parts = before.split(signed("-", text));
  if (parts.length !== 2) throw new Error(`${purpose} holds these lines once:\n${text}`);
  return parts.join(signed("+", text));
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

/** The file that a block writes, with its whole text: the purpose says which, and where in it. */
export function writtenBy(files: Files, block: Fence): readonly [string, string] | undefined {
  const { language, purpose, text } = block;
  const file = purpose.split(" ").at(-1) ?? "";
  if (!file.includes(".") || language === "console") return undefined;
  const before = files.get(file) ?? "";
  if (language === "diff") return [file, mended(before, block)];
  if (purpose.startsWith("under cases: ")) return [file, before + indented(text)];
  return [file, purpose.startsWith(">> ") ? before + text : text];
}

/** The files that somebody has who followed a page to its end. */
export function filesOf(page: string): Files {
  const files = new Map<string, string>();
  for (const block of fencesOf(page)) {
    const written = writtenBy(files, block);
    if (written) files.set(...written);
  }
  return files;
}
