import { accept, type Decision } from "../../base/decision.ts";
import type { Chain } from "../../store/chain/chain.ts";
import type { Tx } from "../../store/db.ts";
import { withoutWall } from "../../store/without-wall.ts";
import type { SealStateList } from "../contract.ts";
import { readSealState } from "../store.ts";

/** How far each chain is sealed: of all its rows, whichever of them the one who asks may read. */
export async function listSealStates(
  tx: Tx,
  chains: readonly Chain[],
): Promise<Decision<SealStateList, never>> {
  const read: SealStateList["chains"] = [];
  for (const chain of chains) {
    read.push(await withoutWall(tx, "operations.seals", (all) => readSealState(all, chain)));
  }
  return accept({ chains: read });
}
