import { useTranslation } from "react-i18next";
import type { AuditLine } from "../api/audit.ts";
import { useAccountNames, useOrganisationName } from "../api/people.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";

/** The parts of an audit row in words. */
export function useAuditWords() {
  const { t } = useTranslation("audit");
  const { actOn, roleName } = useRights();
  const nameOf = useAccountNames();
  const organisationOf = useOrganisationName();
  const who = ({ actorKind, actor }: AuditLine): string => {
    if (actorKind === "anonymous") return t("anonymous");
    if (actorKind === "system") return actor ? `${t("system")} ${actor}` : t("system");
    return actor ? nameOf(actor) : t("nothing");
  };
  return {
    who,
    when: ({ at }: AuditLine) => clockText(at),
    what: ({ act, resourceKind }: AuditLine) => actOn(act, resourceKind),
    where: ({ scope }: AuditLine) => (scope === null ? "" : organisationOf(scope)),
    role: ({ role }: AuditLine) => (role === null ? "" : roleName(role)),
    lender: ({ delegatedBy }: AuditLine) => (delegatedBy === null ? "" : nameOf(delegatedBy)),
    outcome: ({ refusal }: AuditLine) =>
      refusal === null ? t("done") : t("refused", { code: refusal }),
  };
}
