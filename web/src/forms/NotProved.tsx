import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import { useLeave } from "../app/useLeave.ts";
import { Refused } from "./Refused.tsx";

/** Why it was not done; where one has to prove first who one is, the way to do so and come back. */
export function NotProved({ error }: { error: Error | null }) {
  const { t } = useTranslation("account");
  const leave = useLeave("/account");
  return (
    <>
      <Refused error={leave.error ?? error} />
      {codeOf(error) === "proof_needed" && (
        <p className="acts">
          <button
            type="button"
            className="btn"
            disabled={leave.isPending}
            onClick={() => leave.mutate()}
          >
            {t("proveAgain")}
          </button>
        </p>
      )}
    </>
  );
}
