import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { useAccounts } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { Gate } from "../app/Gate.tsx";
import { peoplePage } from "../app/permitted.ts";
import { useRights } from "../app/useRights.ts";
import { useTitle } from "../app/useTitle.ts";
import { AdministrationTabs } from "../administration/AdministrationTabs.tsx";
import { FilterField } from "../tables/FilterField.tsx";
import { AccountList } from "./AccountList.tsx";
import { OrganisationPart } from "./OrganisationPart.tsx";
import { OrganisationTree } from "./OrganisationTree.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

/** The accounts that one looks after, by organisation and by name. */
export function PeoplePage() {
  const { t } = useTranslation("people");
  useTitle(t("title"));
  return (
    <Gate title={t("title")} page={peoplePage}>
      {(session) => <People session={session} />}
    </Gate>
  );
}

const isAdministrator = ({ grants }: SignedIn): boolean =>
  grants.some(({ role }) => role === "administrator");

function Lede({ session }: { session: SignedIn }) {
  const { t } = useTranslation("people");
  const { listOf } = useRights();
  const nameOf = useOrganisationName();
  const mine = session.grants.filter(({ role }) => ["administrator", "auditor"].includes(role));
  const scopes = [...new Set(mine.map(({ scope }) => nameOf(scope)))];
  return (
    <p className="muted">
      {t("lede", { scopes: listOf(scopes) })}
      {!isAdministrator(session) && ` ${t("ledeReading")}`}
    </p>
  );
}

type HeadProps = { session: SignedIn; words: string; change: (words: string) => void };

function PeopleHead({ session, words, change }: HeadProps) {
  const { t } = useTranslation("people");
  return (
    <header className="head">
      <div>
        <h1>{t("title")}</h1>
        <Lede session={session} />
      </div>
      <div className="filters">
        <FilterField label={t("find")} words={words} change={change} />
        {isAdministrator(session) && (
          <Link className="btn do" to="/people/new">
            {t("newAccount")}
          </Link>
        )}
      </div>
    </header>
  );
}

function People({ session }: { session: SignedIn }) {
  const [search, setSearch] = useState({ find: "", under: "", after: "" });
  const { find, under, after } = search;
  const accounts = useAccounts({
    find,
    under: under || undefined,
    after: after || undefined,
  });
  const pick = (path: string) => setSearch({ ...search, under: path, after: "" });
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <AdministrationTabs session={session} />
      <PeopleHead
        session={session}
        words={find}
        change={(words) => setSearch({ ...search, find: words, after: "" })}
      />
      <div className="beside">
        <OrganisationTree picked={under} pick={pick} />
        <div>
          <OrganisationPart path={under} session={session} pick={pick} />
          <AccountList
            accounts={accounts}
            words={find}
            isFirst={after === ""}
            clear={() => setSearch({ find: "", under: "", after: "" })}
            go={(next) => setSearch({ ...search, after: next })}
          />
        </div>
      </div>
    </main>
  );
}
