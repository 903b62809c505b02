import { system } from "../base/actor.ts";
import { isCitySynthetic } from "../land/index.ts";
import {
  guardBy,
  identifyBy,
  loadDemonstrations,
  openOidcPeer,
  type EntryOptions,
} from "../people/index.ts";
import type { Db, Tx } from "../store/db.ts";
import type { Settings } from "./settings.ts";

const callback = "/api/v1/people/session/oidc/callback";

/** Where people reach this server: behind a proxy, or on its own address. */
export const publicUrlOf = ({ entry, host, port }: Settings): string =>
  entry.publicUrl ?? `${entry.tls ? "https" : "http"}://${host}:${port}`;

/** Whether demonstration accounts may be used: never where anything real may stand. */
export const isDemonstrationIn =
  ({ entry }: Settings) =>
  async (tx: Tx): Promise<boolean> =>
    entry.offersDemonstration && isCitySynthetic(tx);

/** A synthetic city shows its kinds of user; a real one begins with `zhibu people add`. */
export async function showKindsOfUser(db: Db, settings: Settings): Promise<void> {
  const shows = await db.transaction(system("demonstration"), isDemonstrationIn(settings));
  if (shows) await loadDemonstrations(db, new Date());
}

/** How people come in, as the settings say. */
export function entryOptionsOf(settings: Settings): EntryOptions {
  const { publicUrl, oidc, factor } = settings.entry;
  const redirectUrl = `${publicUrlOf(settings)}${callback}`;
  return {
    clock: () => new Date(),
    isSecure: publicUrlOf(settings).startsWith("https:"),
    ownOrigins: publicUrl === undefined ? [] : [publicUrl],
    isDemonstration: isDemonstrationIn(settings),
    oidc: oidc && openOidcPeer({ ...oidc, redirectUrl }),
    factor,
  };
}

/** What the server asks of a request before its route: who it is, and whether it is ours. */
export const doorOf = (db: Db, options: EntryOptions) => ({
  identify: identifyBy(db, options),
  guard: guardBy(options),
});
