import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { policyCommands } from "../../src/policy/commands.ts";
import { runProgram } from "../../src/terminal/index.ts";
import { fencesOf, refilled, type Fence } from "./page.ts";

/** A folder in which the steps of a page are taken; it goes away with the test. */
type Workplace = { readonly folder: string; readonly pack: string };

type Step = { readonly file: string; readonly how: "whole" | "at the end" | "under cases" };

/** How the purpose of a fence says where its text goes. */
function stepOf({ language, purpose }: Fence): Step | undefined {
  const file = purpose.split(" ").at(-1) ?? "";
  if (!file.includes(".") || language === "console" || language === "diff") return undefined;
  if (purpose.startsWith(">> ")) return { file, how: "at the end" };
  return { file, how: purpose.startsWith("under cases: ") ? "under cases" : "whole" };
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

function write({ folder }: Workplace, { file, how }: Step, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  if (how === "whole") return writeFileSync(path, text);
  appendFileSync(path, how === "under cases" ? indented(text) : text);
}

/** Lines of one sign of a change, without the sign. */
const signed = (sign: string, text: string): string =>
  text
    .split("\n")
    .filter((line) => line.startsWith(sign))
    .map((line) => line.slice(1))
    .join("\n");

function mend({ folder }: Workplace, { purpose, text }: Fence): void {
  const path = join(folder, purpose);
  const parts = readFileSync(path, "utf8").split(signed("-", text));
  if (parts.length !== 2) throw new Error(`${purpose} holds these lines once:\n${text}`);
  writeFileSync(path, parts.join(signed("+", text)));
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
  const step = stepOf(block);
  if (step) write(place, step, block.text);
  if (block.language === "diff") mend(place, block);
  return block.language === "console" ? typed(place, block) : block.text;
}

/** Takes every step of a page in a folder of its own: the page, with what was printed put in. */
export async function walked(page: string, pack: string): Promise<string> {
  const place = { folder: mkdtempSync(join(tmpdir(), "zhibu-page-")), pack };
  try {
    return await refilled(page, (block) => taken(place, block));
  } finally {
    rmSync(place.folder, { recursive: true });
  }
}
