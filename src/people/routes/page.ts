import { system } from "../../base/actor.ts";
import type { Db } from "../../store/db.ts";
import { forgeryTokenOf } from "../actions/secrets.ts";
import { findPresence, type Presence } from "../actions/session.ts";
import type { SessionPage } from "../contract/session.ts";
import { divideByDemand } from "../model/demand.ts";
import { endOf } from "../model/session.ts";
import { listDemonstrations } from "../store/accounts.ts";
import { grantsOf } from "../store/held-grants.ts";
import { factorPolicyOf, type EntryOptions } from "./context.ts";

const shownAccount = ({ account }: Presence): SessionPage["account"] => ({
  id: account.id,
  signInName: account.signInName,
  name: account.name,
  organisation: account.organisation,
  demonstration: account.demonstration !== null,
});

const shownSession = ({ session }: Presence): SessionPage["session"] => ({
  id: session.id,
  means: session.means,
  isStrong: session.isStrong,
  startedAt: session.startedAt,
  endsAt: endOf(session).toISOString(),
});

/** Who is signed in by a token, and how one may sign in: told to whoever holds the token. */
export async function sessionPageOf(
  db: Db,
  options: EntryOptions,
  token: string | undefined,
): Promise<SessionPage> {
  const { isDemonstration, oidc } = options;
  const factor = factorPolicyOf(options);
  const now = options.clock();
  return db.transaction(system("people.session"), async (tx) => {
    const presence =
      token === undefined ? undefined : await findPresence(tx, { token, now, isDemonstration });
    const offersRoles = await isDemonstration(tx);
    const signIn = {
      oidc: oidc !== undefined,
      factor: factor.keys.length > 0,
      demonstration: offersRoles ? await listDemonstrations(tx) : [],
    };
    if (!presence || token === undefined) {
      return { account: null, grants: [], withheld: [], session: null, csrfToken: null, signIn };
    }
    const held = await grantsOf(tx, presence.account.id, now);
    const { used, withheld } = divideByDemand(held, presence.session, factor.demand);
    return {
      ...{ account: shownAccount(presence), grants: used, withheld },
      session: shownSession(presence),
      csrfToken: forgeryTokenOf(token),
      signIn,
    };
  });
}
