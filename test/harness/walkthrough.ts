import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { policyCommands } from "../../src/policy/commands.ts";
import { runProgram } from "../../src/terminal/index.ts";
import { refilled, writtenBy, type Fence } from "./page.ts";

/** A folder in which the steps of a page are taken; it goes away with the test. */
type Workplace = {
  readonly folder: string;
  readonly pack: string;
  readonly files: Map<string, string>;
};

function write({ folder, files }: Workplace, [file, text]: readonly [string, string]): void {
  files.set(file, text);
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What a command line of the page prints, and how it ends. */
async function run({ folder, pack }: Workplace, line: string) {
  const [words = "", language = "en"] = [
    line.replace(/^\$ (ZHIBU_LANG=\w+ )?npx zhibu /, ""),
    /ZHIBU_LANG=(\w+)/.exec(line)?.[1],
  ];
  const locale = language === "zh" ? "zh" : "en";
  let out = "";
  const screen = { out: (text: string) => void (out += text), err: () => undefined };
  const withDb = () => Promise.reject(new Error("no command of a page opens a database"));
  const commands = policyCommands({ packs: join(folder, "packs"), pack, withDb });
  const world = { locale, folder, environment: {}, today: () => "2026-03-16" } as const;
  const exit = await runProgram(commands, words.split(" "), { world, screen });
  return { exit, out: out.replaceAll(`${folder}/`, "") };
}

/** What the commands of a block print; all end as its fence says, well where it is silent. */
async function typed(place: Workplace, { purpose, text }: Fence): Promise<string> {
  const wanted = Number(/^exit=(\d)$/.exec(purpose)?.[1] ?? 0);
  const printed: string[] = [];
  for (const line of text.split("\n").filter((one) => one.startsWith("$ "))) {
    const { exit, out } = await run(place, line);
    const ended = exit === wanted ? "" : `(ended with ${exit})\n`;
    printed.push(`${line}\n${out}${ended}`);
  }
  return printed.join("");
}

async function taken(place: Workplace, block: Fence): Promise<string> {
  const written = writtenBy(place.files, block);
  if (written) write(place, written);
  return block.language === "console" ? typed(place, block) : block.text;
}

/** Takes every step of a page in a folder of its own: the page, with what was printed put in. */
export async function walked(page: string, pack: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "zhibu-page-"));
  const place = { folder, pack, files: new Map<string, string>() };
  try {
    return await refilled(page, (block) => taken(place, block));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
