import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession, useSignOut } from "../api/session.ts";

/** The way in; or the name of whoever is in, with the way out. */
export function WhoIsIn() {
  const { t } = useTranslation("session");
  const session = useSession();
  const signOut = useSignOut();
  const router = useRouter();
  const location = useRouterState({ select: (state) => state.location });
  if (!session.isSuccess) return null;
  const { account } = session.data;
  if (!account) {
    const isHere = location.pathname === "/sign-in";
    return isHere ? null : (
      <Link className="btn plain" to="/sign-in" search={{ return: location.href }}>
        {t("signIn")}
      </Link>
    );
  }
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => void router.navigate({ to: "/sign-in", search: {} }),
    });
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
      <button type="button" className="switch out" disabled={signOut.isPending} onClick={leave}>
        {signOut.isPending ? t("signingOut") : t("signOut")}
      </button>
    </span>
  );
}
