import { pathToFileURL } from "node:url";
import { bilingual, type Bilingual } from "../../src/base/message.ts";
import type { Contest, Contestant } from "./contestant.ts";
import { feelin } from "./languages/feel.ts";
import { jsonRulesEngine } from "./languages/json-rules.ts";
import { publicodes } from "./languages/publicodes.ts";
import { zen } from "./languages/zen.ts";

type Enter = (contest: Contest, peer: unknown) => Contestant[];

/** Other engines of rules, by the name of their package. */
const peers: Readonly<Record<string, Enter>> = {
  "@gorules/zen-engine": zen,
  "json-rules-engine": jsonRulesEngine,
  feelin,
  publicodes,
};

export const peerNames = Object.keys(peers);

/** They are no part of the product: whoever measures them installs them in their own folder. */
const cure = "npm install --no-save --prefix test/bench/peers";
const absent = bilingual(`要装上：${cure}`, `to have it: ${cure}`);

type Loading = { readonly load: (name: string) => Promise<unknown> };

/** A peer at work on a contest; where it is not installed, why. */
export async function enterPeer(
  name: string,
  folder: string,
  contest: Contest,
): Promise<readonly Contestant[] | Bilingual> {
  const { load } = (await import(pathToFileURL(`${folder}/load.mjs`).href)) as Loading;
  try {
    return peers[name]!(contest, await load(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return absent;
  }
}
