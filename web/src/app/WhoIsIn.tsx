import { Link, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";
import { clockText, timeText } from "./instant.ts";
import { useLeave } from "./useLeave.ts";

/** The way in; or the name of whoever is in, with the way out. */
export function WhoIsIn() {
  const { t } = useTranslation("session");
  const session = useSession();
  const leave = useLeave();
  const location = useRouterState({ select: (state) => state.location });
  if (session.isPending) return null;
  // Where it cannot be told who is in, the sign-in page tells why, and asks again.
  const account = session.data?.account;
  const endsAt = session.data?.session?.endsAt;
  if (!account) {
    const isHere = location.pathname === "/sign-in";
    return isHere ? null : (
      <Link className="btn plain" to="/sign-in" search={{ return: location.href }}>
        {t("signIn")}
      </Link>
    );
  }
  return (
    <span className="whoisin">
      <Link
        className="who"
        to="/account"
        title={account.signInName}
        aria-label={t("signedInAs", { name: account.name })}
      >
        {account.name}
      </Link>
      {endsAt && <Until endsAt={endsAt} />}
      <button
        type="button"
        className="switch out"
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {leave.isPending ? t("signingOut") : t("signOut")}
      </button>
    </span>
  );
}

function Until({ endsAt }: { endsAt: string }) {
  const { t } = useTranslation("session");
  return (
    <small className="until" title={t("untilMeans", { at: clockText(endsAt) })}>
      {t("until", { at: timeText(endsAt) })}
    </small>
  );
}
