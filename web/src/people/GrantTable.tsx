import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { useAccountNames, type GrantLine } from "../api/people.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["role", "scope", "by", "act"] as const;

type Props = {
  grants: readonly GrantLine[];
  openedId: string | undefined;
  mayChange: (grant: GrantLine) => boolean;
  open: (grant: GrantLine) => void;
};

export function GrantTable({ grants, openedId, mayChange, open }: Props) {
  const { t } = useTranslation("people");
  const { roleName } = useRights();
  const organisationOf = useOrganisationName();
  const nameOf = useAccountNames();
  return (
    <table className="grants">
      <caption className="sr">{t("grants")}</caption>
      <TableHead titles={columns.map((name) => t(`grantColumns.${name}`))} hasActs />
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id} className={grant.id === openedId ? "sel" : undefined}>
            <th scope="row">{roleName(grant.role)}</th>
            <td>{organisationOf(grant.scope)}</td>
            <td className="muted">
              {grant.grantedBy === null ? t("bySystem") : nameOf(grant.grantedBy)}
              <small className="faint">{clockText(grant.grantedAt)}</small>
            </td>
            <td className="num">
              {mayChange(grant) && (
                <button
                  type="button"
                  className="btn plain"
                  aria-expanded={grant.id === openedId}
                  onClick={() => open(grant)}
                >
                  {t("edit")}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
