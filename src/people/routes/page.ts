import { system } from "../../base/actor.ts";
import type { Db } from "../../store/db.ts";
import { forgeryTokenOf } from "../actions/secrets.ts";
import { findPresence, type Presence } from "../actions/session.ts";
import type { SessionPage } from "../contract/session.ts";
import { endOf } from "../model/session.ts";
import { listDemonstrations } from "../store/accounts.ts";
import { grantsOf } from "../store/held-grants.ts";
import type { EntryOptions } from "./context.ts";

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
  const now = options.clock();
  return db.transaction(system("people.session"), async (tx) => {
    const presence =
      token === undefined ? undefined : await findPresence(tx, { token, now, isDemonstration });
    const offersRoles = await isDemonstration(tx);
    const signIn = {
      oidc: oidc !== undefined,
      demonstration: offersRoles ? await listDemonstrations(tx) : [],
    };
    if (!presence || token === undefined) {
      return { account: null, grants: [], session: null, csrfToken: null, signIn };
    }
    return {
      account: shownAccount(presence),
      grants: await grantsOf(tx, presence.account.id, now),
      session: shownSession(presence),
      csrfToken: forgeryTokenOf(token),
      signIn,
    };
  });
}
