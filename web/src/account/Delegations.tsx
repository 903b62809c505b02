import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDelegations, useOwnActs } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { SignedIn } from "../api/session.ts";
import { clockText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { DelegationForm } from "./DelegationForm.tsx";
import { Part } from "./Part.tsx";
import { TableHead } from "../tables/TableHead.tsx";

const columns = ["to", "role", "until", "act"] as const;

/** The roles that one lends, and the way to lend and take back. */
export function Delegations({ session }: { session: SignedIn }) {
  const { t } = useTranslation("account");
  const [isOpen, setOpen] = useState(false);
  const own = session.grants.filter(({ delegatedBy }) => delegatedBy === undefined);
  return (
    <Part title={t("delegations")} meta={t("delegationsMeta")}>
      <Lent from={session.account.id} />
      {own.length === 0 && session.grants.length > 0 && (
        <p className="nothing muted">{t("nothingToLend")}</p>
      )}
      {own.length > 0 && !isOpen && (
        <p className="acts">
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {t("delegate")}
          </button>
        </p>
      )}
      {isOpen && (
        <DelegationForm grants={own} owner={session.account.id} close={() => setOpen(false)} />
      )}
    </Part>
  );
}

function Lent({ from }: { from: string }) {
  const { t } = useTranslation("account");
  const delegations = useDelegations();
  if (delegations.isPending) return <Waiting />;
  if (delegations.isError) {
    return <ProblemNotice error={delegations.error} retry={() => void delegations.refetch()} />;
  }
  const lent = delegations.data.delegations.filter((line) => line.from === from);
  if (lent.length === 0) return <p className="nothing muted">{t("delegationsNone")}</p>;
  return <LentTable lent={lent} />;
}

type Lines = NonNullable<ReturnType<typeof useDelegations>["data"]>["delegations"];

function LentTable({ lent }: { lent: Lines }) {
  const { t } = useTranslation("account");
  const { roleName } = useRights();
  const nameOf = useOrganisationName();
  const { takeBack } = useOwnActs();
  return (
    <>
      <table>
        <caption className="sr">{t("delegations")}</caption>
        <TableHead titles={columns.map((name) => t(`delegationColumns.${name}`))} hasActs />
        <tbody>
          {lent.map(({ id, toName, role, scope, until, version }) => (
            <tr key={id}>
              <th scope="row">{toName}</th>
              <td>
                {roleName(role)} <small className="faint">{nameOf(scope)}</small>
              </td>
              <td>{clockText(until)}</td>
              <td className="num">
                <SureButton
                  label={t("takeBack")}
                  question={t("takeBackSure")}
                  isBusy={takeBack.isPending}
                  act={() => takeBack.mutate({ id, version })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refused error={takeBack.error} />
    </>
  );
}
