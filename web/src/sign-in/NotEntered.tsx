import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import { Refused } from "../forms/Refused.tsx";
import { partsOf } from "./delay.ts";

/** Why somebody was not let in; where they have to wait, for how long still. */
export function NotEntered({ error, waits }: { error: unknown; waits: number }) {
  const { t } = useTranslation("session");
  // Whoever is asked for the second step has failed at nothing.
  if (codeOf(error) === "factor_needed") return null;
  if (codeOf(error) !== "sign_in_delayed") return <Refused error={error} />;
  const { minutes, seconds } = partsOf(waits);
  const time = minutes > 0 ? t("minutes", { minutes, seconds }) : t("seconds", { seconds });
  return (
    <div className="refused" role="alert">
      <p aria-live="off">
        <i className="mk stop" aria-hidden="true" />{" "}
        {waits > 0 ? t("waitFor", { time }) : t("waitOver")}
      </p>
    </div>
  );
}
