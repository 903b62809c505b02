import type { Decision } from "../../base/decision.ts";
import { accept } from "../../base/decision.ts";
import { loadPack } from "../../packs/index.ts";
import { compile, type Diagnostic } from "../../rules/index.ts";
import type { Book } from "../model/book.ts";

/** Reads and compiles a shipped pack; refuses with everything that is wrong with it at once. */
export async function openBook(
  folder: string,
  pack: string,
): Promise<Decision<Book, readonly Diagnostic[]>> {
  const source = await loadPack(folder, pack);
  if (!source.ok) return source;
  const program = compile(source.value);
  if (!program.ok) return program;
  return accept({ source: source.value, program: program.value });
}
