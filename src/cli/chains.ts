import { auditChain } from "../people/index.ts";
import type { Chain } from "../store/chain/chain.ts";

/** The chains of all rooms: sealed while the server runs, recomputed by `zhibu db verify`. */
export const chains: readonly Chain[] = [auditChain];
