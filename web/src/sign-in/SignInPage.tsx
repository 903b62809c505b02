import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession, type SessionPage } from "../api/session.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { DemonstrationTable } from "./DemonstrationTable.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { returnPath } from "./return-path.ts";
import { Weave } from "./Weave.tsx";
import "../styles/sign-in.css";
import "../styles/forms.css";

/** The door: by password, by a one-time code, by the identity provider, or as a demonstration. */
export function SignInPage() {
  const { t } = useTranslation("session");
  const session = useSession();
  const search = useSearch({ from: "/sign-in" });
  const back = returnPath(search.return);
  useTitle(t("title"));
  // Whoever is signed in already, in another tab perhaps, goes where they wanted.
  if (session.data?.account) return <GoBack path={back} />;
  return (
    <main className="sign" id="main" tabIndex={-1}>
      <Weave />
      <section className="door">
        <h1>{t("title")}</h1>
        <p className="lead" role={search.ended ? "alert" : undefined}>
          {t(search.ended ? "ended" : search.return && back !== "/" ? "needed" : "sub")}
        </p>
        {session.isSuccess && <WaysIn ways={session.data.signIn} back={back} />}
        {session.isPending && <Waiting />}
        {session.isError && (
          <ProblemNotice error={session.error} retry={() => void session.refetch()} />
        )}
      </section>
    </main>
  );
}

/** Goes to an address as it was left, with what stood behind its question mark. */
function GoBack({ path }: { path: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(path), [history, path]);
  return <main className="wrap" id="main" tabIndex={-1} />;
}

function WaysIn({ ways, back }: { ways: SessionPage["signIn"]; back: string }) {
  const { t } = useTranslation("session");
  const [name, setName] = useState("");
  const [isByCode, setByCode] = useState(false);
  const form = { name, changeName: setName };
  const oidc = `/api/v1/people/session/oidc?${new URLSearchParams({ returnTo: back }).toString()}`;
  return (
    <>
      {isByCode && <h2>{t("codeTitle")}</h2>}
      {isByCode && <p className="small muted">{t("codeLede")}</p>}
      {isByCode ? <CodeForm {...form} /> : <PasswordForm {...form} />}
      <p className="small faint ways">
        {!isByCode && t("noCode")}{" "}
        <button type="button" className="link" onClick={() => setByCode(!isByCode)}>
          {isByCode ? t("backToPassword") : t("haveCode")}
        </button>{" "}
        <Link to="/" search={{}}>
          {t("browse")}
        </Link>
      </p>
      {ways.oidc && (
        <p className="acts">
          <a className="btn lg" href={oidc}>
            {t("byOidc")}
          </a>
        </p>
      )}
      {ways.demonstration.length > 0 && <DemonstrationTable accounts={ways.demonstration} />}
    </>
  );
}
