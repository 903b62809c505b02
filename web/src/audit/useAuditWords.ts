import { useTranslation } from "react-i18next";
import type { AuditLine } from "../api/audit.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";

/** An account whose name the reader may not see is known by the beginning of its number. */
export const shortNumber = (id: string): string => id.slice(0, 8);

/** The parts of an audit row in words. */
export function useAuditWords() {
  const { t } = useTranslation("audit");
  const { actOn, roleName } = useRights();
  const organisationOf = useOrganisationName();
  const who = ({ actorKind, actor, actorName }: AuditLine): string => {
    if (actorKind === "anonymous") return t("anonymous");
    if (actorKind === "system") return actor ? `${t("system")} ${actor}` : t("system");
    return actor ? (actorName ?? shortNumber(actor)) : t("nothing");
  };
  return {
    who,
    when: ({ at }: AuditLine) => clockText(at),
    what: ({ act, resourceKind }: AuditLine) => actOn(act, resourceKind),
    where: ({ scope }: AuditLine) => (scope === null ? "" : organisationOf(scope)),
    role: ({ role }: AuditLine) => (role === null ? "" : roleName(role)),
    lender: ({ delegatedBy, delegatedByName }: AuditLine) =>
      delegatedBy === null ? "" : (delegatedByName ?? shortNumber(delegatedBy)),
    outcome: ({ refusal }: AuditLine) =>
      refusal === null ? t("done") : t("refused", { code: refusal }),
  };
}
