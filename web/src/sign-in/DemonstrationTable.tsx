import { useTranslation } from "react-i18next";
import { useSignIn, type SessionPage } from "../api/session.ts";
import { SyntheticTag } from "../app/SyntheticTag.tsx";
import { useRights } from "../app/useRights.ts";
import { Refused } from "../forms/Refused.tsx";
import { session as words } from "../i18n/zh/session.ts";

type Accounts = SessionPage["signIn"]["demonstration"];

const isKnown = (role: string): role is keyof typeof words.sees => role in words.sees;

/** One account for each kind of user: the server offers them only where the city is synthetic. */
export function DemonstrationTable({ accounts }: { accounts: Accounts }) {
  const { t } = useTranslation("session");
  const { roleName } = useRights();
  const { asDemonstration } = useSignIn();
  return (
    <>
      <table className="demo">
        <caption>
          {t("demonstrations")}
          <SyntheticTag />
        </caption>
        <thead className="sr">
          <tr>
            <th scope="col">{t("demonstrationColumns.role")}</th>
            <th scope="col">{t("demonstrationColumns.sees")}</th>
            <th scope="col">{t("demonstrationColumns.enter")}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ role, name }) => (
            <tr key={role}>
              <th scope="row">
                {roleName(role)}
                {!name.includes(roleName(role)) && <small className="faint">{name}</small>}
              </th>
              <td className="muted">{isKnown(role) && t(`sees.${role}`)}</td>
              <td className="num">
                <button
                  type="button"
                  className="btn plain"
                  aria-label={t("enterAs", { role: roleName(role) })}
                  disabled={asDemonstration.isPending}
                  onClick={() => asDemonstration.mutate({ role })}
                >
                  {t("enterShort")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refused error={asDemonstration.error} />
      <p className="small faint">{t("demonstrationsText")}</p>
    </>
  );
}
