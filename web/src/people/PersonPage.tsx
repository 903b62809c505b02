import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { useAccount, type AccountLine } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { Gate } from "../app/Gate.tsx";
import { clockText } from "../app/instant.ts";
import { administers, auditPage, isPermitted, peoplePage } from "../app/permitted.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { AccountActs } from "./AccountActs.tsx";
import { AccountState } from "./AccountState.tsx";
import { PersonGrants } from "./PersonGrants.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

/** One account: its roles, and what an administrator may do with it. */
export function PersonPage() {
  const { t } = useTranslation("people");
  return (
    <Gate title={t("title")} page={peoplePage}>
      {(session) => <Found session={session} />}
    </Gate>
  );
}

function Found({ session }: { session: SignedIn }) {
  const { t } = useTranslation("people");
  const { id } = useParams({ from: "/people/$id" });
  const account = useAccount(id);
  useTitle(account.data?.name ?? t("title"));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/people">{t("title")}</Link>
        {account.data && <span>{account.data.signInName}</span>}
      </p>
      {account.isSuccess && <Person account={account.data} session={session} />}
      {!account.isSuccess && <h1>{t("known")}</h1>}
      {account.isPending && <Waiting />}
      {account.isError && (
        <ProblemNotice error={account.error} retry={() => void account.refetch()}>
          <Link className="btn" to="/people">
            {t("back")}
          </Link>
        </ProblemNotice>
      )}
    </main>
  );
}

type Props = { account: AccountLine; session: SignedIn };

function Person({ account, session }: Props) {
  const { t } = useTranslation("people");
  const nameOf = useOrganisationName();
  const mayChange = administers(session.grants, account.organisation);
  return (
    <>
      <header className="head">
        <div>
          <h1>{account.name}</h1>
          <ul className="idline small faint">
            <li>{account.organisation ? nameOf(account.organisation) : t("unplaced")}</li>
            {account.email && <li>{account.email}</li>}
            <li>
              {t("createdAt")} {clockText(account.createdAt)}
            </li>
            <li>
              <AccountState account={account} />
            </li>
          </ul>
        </div>
      </header>
      {isPermitted(auditPage, session.grants) && (
        <p className="acts">
          <Link className="btn plain" to="/audit" search={{ actor: account.id }}>
            {t("seeDone")}
          </Link>
        </p>
      )}
      <div className="halves">
        <PersonGrants account={account} session={session} />
        {mayChange && <AccountActs account={account} session={session} />}
      </div>
    </>
  );
}
