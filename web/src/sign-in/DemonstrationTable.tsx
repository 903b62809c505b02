import { useTranslation } from "react-i18next";
import { useSignIn, type SessionPage } from "../api/session.ts";
import { SyntheticTag } from "../app/SyntheticTag.tsx";
import { useRights } from "../app/useRights.ts";
import { Refused } from "../forms/Refused.tsx";
import { session as words } from "../i18n/zh/session.ts";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["role", "sees", "enter"] as const;

type Accounts = SessionPage["signIn"]["demonstration"];

const isKnown = (role: string): role is keyof typeof words.sees => role in words.sees;

/** One account for each kind of user: the server offers them only where the city is synthetic. */
export function DemonstrationTable({ accounts }: { accounts: Accounts }) {
  const { t } = useTranslation("session");
  const { asDemonstration } = useSignIn();
  return (
    <>
      <table className="demo">
        <caption>
          {t("demonstrations")}
          <SyntheticTag />
        </caption>
        <TableHead
          titles={columns.map((name) => t(`demonstrationColumns.${name}`))}
          hasActs
          isHidden
        />
        <tbody>
          {accounts.map(({ role, name }) => (
            <Row
              key={role}
              {...{ role, name }}
              isBusy={asDemonstration.isPending}
              enter={() => asDemonstration.mutate({ role })}
            />
          ))}
        </tbody>
      </table>
      <Refused error={asDemonstration.error} />
      <p className="small faint">{t("demonstrationsText")}</p>
    </>
  );
}

type RowProps = { role: string; name: string; isBusy: boolean; enter: () => void };

function Row({ role, name, isBusy, enter }: RowProps) {
  const { t } = useTranslation("session");
  const { roleName } = useRights();
  return (
    <tr>
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
          disabled={isBusy}
          onClick={enter}
        >
          {t("enterShort")}
        </button>
      </td>
    </tr>
  );
}
