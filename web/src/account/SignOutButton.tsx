import { useTranslation } from "react-i18next";
import { useLeave } from "../app/useLeave.ts";
import { Refused } from "../forms/Refused.tsx";

/** The way out for phones, whose header has no room for it; nobody is left on a page of theirs. */
export function SignOutButton() {
  const { t } = useTranslation("session");
  const leave = useLeave();
  return (
    <div className="acts way-out">
      <button
        type="button"
        className="btn"
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {leave.isPending ? t("signingOut") : t("signOut")}
      </button>
      <Refused error={leave.error} />
    </div>
  );
}
