import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { KnownAs } from "../api/account.ts";
import { clockText } from "../app/instant.ts";
import { useSay } from "../app/useSay.ts";
import { Part } from "./Part.tsx";

/** Everything by which the system knows somebody, field by field. */
export function Kept({ known }: { known: KnownAs }) {
  const { t } = useTranslation("account");
  const say = useSay();
  const { account, organisation, identities } = known;
  const none = <span className="faint">{t("keptNone")}</span>;
  const rows = [
    { key: "signInName", value: account.signInName },
    { key: "name", value: account.name },
    { key: "organisation", value: organisation ? say(organisation) : none },
    { key: "email", value: account.email ?? none },
    { key: "identities", value: identities.map(({ subject }) => subject).join(" ") || none },
    { key: "createdAt", value: clockText(account.createdAt) },
    { key: "factor", value: known.factor ? clockText(known.factor.since) : none },
    { key: "sessions", value: t("keptCount", { count: known.sessions }) },
    { key: "auditRows", value: t("keptAudit", { count: known.auditRows }) },
    { key: "id", value: account.id },
  ] as const;
  return (
    <Part title={t("kept")} meta={t("keptMeta")}>
      <dl className="kept">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`keptRows.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="acts">
        <Link className="btn plain" to="/audit" search={{ actor: account.id }}>
          {t("seeAudit")}
        </Link>
      </p>
    </Part>
  );
}
