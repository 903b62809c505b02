import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { useGrants, type AccountLine } from "../api/people.ts";
import { useRights } from "../app/useRights.ts";
import { AccountState } from "./AccountState.tsx";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["name", "organisation", "roles", "state"] as const;

export function AccountTable({ accounts }: { accounts: readonly AccountLine[] }) {
  const { t } = useTranslation("people");
  return (
    <table className="accounts">
      <caption className="sr">{t("caption")}</caption>
      <TableHead titles={columns.map((name) => t(`columns.${name}`))} />
      <tbody>
        {accounts.map((account) => (
          <Row key={account.id} account={account} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ account }: { account: AccountLine }) {
  const { t } = useTranslation("people");
  const nameOf = useOrganisationName();
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$id" params={{ id: account.id }}>
          {account.name}
        </Link>
        <small className="faint">{account.signInName}</small>
      </th>
      <td className="muted">
        {account.organisation ? nameOf(account.organisation) : t("unplaced")}
      </td>
      <td>
        <Roles id={account.id} />
      </td>
      <td>
        <AccountState account={account} />
      </td>
    </tr>
  );
}

/** The roles of an account that the reader may see, each once. */
function Roles({ id }: { id: string }) {
  const { t } = useTranslation("people");
  const { roleName, listOf } = useRights();
  const grants = useGrants();
  if (grants.isError) return <span className="faint">{t("rolesFailed")}</span>;
  if (!grants.isSuccess) return null;
  const own = grants.data.grants.filter(({ account }) => account === id);
  const names = [...new Set(own.map(({ role }) => roleName(role)))];
  return names.length > 0 ? listOf(names) : <span className="faint">{t("noRoles")}</span>;
}
