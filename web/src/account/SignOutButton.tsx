import { useTranslation } from "react-i18next";
import { useSignOut } from "../api/session.ts";
import { Refused } from "../forms/Refused.tsx";

/** The way out for phones, whose header has no room for it; nobody is left on a page of theirs. */
export function SignOutButton() {
  const { t } = useTranslation("session");
  const signOut = useSignOut();
  return (
    <div className="acts way-out">
      <button
        type="button"
        className="btn"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {signOut.isPending ? t("signingOut") : t("signOut")}
      </button>
      <Refused error={signOut.error} />
    </div>
  );
}
