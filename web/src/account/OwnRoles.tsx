import { useTranslation } from "react-i18next";
import { useDelegations } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { SignedIn } from "../api/session.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";
import { Part } from "./Part.tsx";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["role", "scope", "from", "until"] as const;

type Props = { grants: SignedIn["grants"]; accountId: string };

/** The roles that one holds, where, from whom and until when. */
export function OwnRoles({ grants, accountId }: Props) {
  const { t } = useTranslation("account");
  return (
    <Part title={t("roles")} meta={t("rolesMeta")}>
      {grants.length === 0 ? (
        <p className="nothing muted">{t("rolesNone")}</p>
      ) : (
        <RoleTable grants={grants} accountId={accountId} />
      )}
    </Part>
  );
}

function RoleTable({ grants, accountId }: Props) {
  const { t } = useTranslation("account");
  const { roleName } = useRights();
  const nameOf = useOrganisationName();
  const delegations = useDelegations();
  const lentTo = delegations.data?.delegations.filter(({ to }) => to === accountId) ?? [];
  return (
    <table>
      <caption className="sr">{t("roles")}</caption>
      <TableHead titles={columns.map((name) => t(`roleColumns.${name}`))} hasActs />
      <tbody>
        {grants.map(({ role, scope, delegatedBy }) => {
          const lent = lentTo.find(
            (line) => line.from === delegatedBy && line.role === role && line.scope === scope,
          );
          const from = lent?.fromName ?? delegatedBy;
          return (
            <tr key={`${role} ${scope} ${delegatedBy ?? ""}`}>
              <th scope="row">{roleName(role)}</th>
              <td>{nameOf(scope)}</td>
              <td className="muted">{from ? t("lentBy", { name: from }) : t("own")}</td>
              <td className="num">{lent ? clockText(lent.until) : t("endless")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
