import { invariant } from "../../src/base/invariant.ts";
import { lexiconOf } from "./lexicon.ts";
import { residentOf } from "./resident.ts";
import type { Lexicon } from "./schema.ts";
import { visitorsOf, type Line, type Visitor } from "./visitor.ts";

/** Who asks, and what there is to ask for; both change under fire. */
export type Stage = { readonly visitors: readonly Visitor[]; readonly lexicon: Lexicon };

/** Everybody enters anew, and looks again at what there is. */
export async function stageOf(line: Line): Promise<Stage> {
  const visitors = await visitorsOf(line);
  const administrator = visitors.find(({ name }) => name === "administrator");
  invariant(administrator, "the demonstration has an administrator");
  const { visitor, words } = await residentOf(line, administrator.headers);
  const lexicon = { ...(await lexiconOf(line, administrator.headers)), ...words };
  return { visitors: [...visitors, visitor, visitor], lexicon };
}
