import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/session.ts";
import { Gate } from "../app/Gate.tsx";
import { peoplePage } from "../app/permitted.ts";
import { useTitle } from "../app/useTitle.ts";
import { CodeNotice, type Issued } from "./CodeNotice.tsx";
import { NewPersonForm } from "./NewPersonForm.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

const page = { ...peoplePage, roles: ["administrator"] };

/** Makes an account, and shows the code for its owner once. */
export function NewPersonPage() {
  const { t } = useTranslation("people");
  useTitle(t("newTitle"));
  return (
    <Gate title={t("newTitle")} page={page}>
      {(session) => <NewPerson session={session} />}
    </Gate>
  );
}

function NewPerson({ session }: { session: SignedIn }) {
  const { t } = useTranslation("people");
  const [issued, setIssued] = useState<Issued>();
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/people">{t("title")}</Link>
      </p>
      <header className="head">
        <div>
          <h1>{t("newTitle")}</h1>
          <p className="muted">{t("newLede")}</p>
        </div>
      </header>
      {issued ? (
        <CodeNotice issued={issued}>
          <Link className="btn" to="/people/$id" params={{ id: issued.id }}>
            {t("toAccount")}
          </Link>
          <button type="button" className="btn" onClick={() => setIssued(undefined)}>
            {t("another")}
          </button>
        </CodeNotice>
      ) : (
        <NewPersonForm session={session} made={setIssued} />
      )}
    </main>
  );
}
