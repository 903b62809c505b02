import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession, type SignedIn } from "../api/session.ts";
import { Refused } from "../forms/Refused.tsx";
import { isPermitted, type AdministrationPage } from "./permitted.ts";
import { useRights } from "./useRights.ts";
import { useLeave } from "./useLeave.ts";
import { useTitle } from "./useTitle.ts";

type Props = { title: string; page: AdministrationPage; session: SignedIn };

/** Says what is missing and who gives it: never only that something is forbidden. */
export function NotPermittedPage({ title, page, session }: Props) {
  const { t } = useTranslation(["session", "factor"]);
  const { roleName, listOf } = useRights();
  useTitle(title);
  const { name } = session.account;
  const roles = listOf(page.roles.map(roleName));
  const held = listOf(session.grants.map(({ role }) => roleName(role)));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <h1>{title}</h1>
      <section className="notice" role="alert">
        <h2>
          <i className="mk stop" aria-hidden="true" /> {t("session:notPermittedTitle")}
        </h2>
        <p>
          {t("session:notPermitted", {
            page: title,
            roles,
            name,
            held: held || t("session:noRole"),
          })}
        </p>
        {isPermitted(page, session.withheld) ? (
          <p>{t("factor:withheldHere", { name })}</p>
        ) : (
          <p>{t("session:notPermittedAsk")}</p>
        )}
        <p className="small faint">{t("session:notPermittedNow")}</p>
        <WaysOn name={name} page={page} />
      </section>
    </main>
  );
}

/** Asks again, looks at one's own roles, or enters as somebody else. */
function WaysOn({ name, page }: { name: string; page: AdministrationPage }) {
  const { t } = useTranslation("session");
  const leave = useLeave(page.to);
  const { refetch, isFetching } = useSession();
  return (
    <>
      <p className="acts">
        <button type="button" className="btn" disabled={isFetching} onClick={() => void refetch()}>
          {t("notPermittedAgain")}
        </button>
        <Link className="btn" to="/account">
          {t("signedInAs", { name })}
        </Link>
        <button
          type="button"
          className="btn"
          disabled={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t("otherAccount")}
        </button>
      </p>
      <Refused error={leave.error} />
    </>
  );
}
