import { useTranslation } from "react-i18next";
import { useDelegations } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { SignedIn } from "../api/session.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";
import { Part } from "./Part.tsx";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["role", "scope", "from", "until"] as const;

/** The roles that one holds, where, from whom and until when. */
export function OwnRoles({ session }: { session: SignedIn }) {
  const { t } = useTranslation("account");
  const { grants, withheld, account } = session;
  return (
    <Part title={t("roles")} meta={t("rolesMeta")}>
      {grants.length === 0 ? (
        <p className="nothing muted">{t("rolesNone")}</p>
      ) : (
        <RoleTable grants={grants} accountId={account.id} />
      )}
      {withheld.length > 0 && <Withheld grants={withheld} />}
    </Part>
  );
}

/** Roles that are held and cannot be used yet, with what they wait for. */
function Withheld({ grants }: { grants: SignedIn["withheld"] }) {
  const { t } = useTranslation("factor");
  const { roleName, listOf } = useRights();
  const roles = listOf([...new Set(grants.map(({ role }) => roleName(role)))]);
  return (
    <p className="small" role="status">
      <i className="mk stop" aria-hidden="true" /> {t("withheld", { roles })}
    </p>
  );
}

type Props = { grants: SignedIn["grants"]; accountId: string };

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
