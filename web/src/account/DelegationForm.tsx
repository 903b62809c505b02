import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOwnActs } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { SignedIn } from "../api/session.ts";
import { dayStart, dayText } from "../app/instant.ts";
import { useRights } from "../app/useRights.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { SelectField } from "../forms/SelectField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { useDraft } from "../forms/useDraft.ts";

type Props = { grants: SignedIn["grants"]; owner: string; close: () => void };

/** What is typed; the role by its place among one's own. */
type Fields = { to: string; grant: string; until: string };

const dayMs = 86_400_000;
const inDays = (days: number): string => dayText(new Date(Date.now() + days * dayMs));

/** Lends one of one's own roles to a colleague until a day, this day included. */
export function DelegationForm({ grants, owner, close }: Props) {
  const { t } = useTranslation(["account", "people"]);
  const { lend } = useOwnActs();
  const empty: Fields = { to: "", grant: "0", until: inDays(7) };
  const { draft, change, clear } = useDraft(`${owner}.delegation`, empty);
  const leave = () => {
    clear();
    close();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const grant = grants[Number(draft.grant)] ?? grants[0];
    if (!grant) return;
    const role = grant.role as Parameters<typeof lend.mutate>[0]["role"];
    const until = dayStart(draft.until, 1);
    lend.mutate({ to: draft.to.trim(), role, scope: grant.scope, until }, { onSuccess: leave });
  };
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("account:delegate")}</h3>
      <DelegationFields draft={draft} change={change} grants={grants} />
      <Refused error={lend.error} />
      <FormActs
        label={t("account:lend")}
        busy={t("account:lending")}
        isBusy={lend.isPending}
        leave={{ label: t("people:leave"), act: leave }}
      />
    </form>
  );
}

type FieldsProps = {
  draft: Fields;
  change: (part: Partial<Fields>) => void;
  grants: SignedIn["grants"];
};

function DelegationFields({ draft, change, grants }: FieldsProps) {
  const { t } = useTranslation("account");
  const { roleName } = useRights();
  const nameOf = useOrganisationName();
  const choices = grants.map(({ role, scope }, place) => ({
    value: String(place),
    label: `${roleName(role)} · ${nameOf(scope)}`,
  }));
  return (
    <>
      <SelectField
        label={t("role")}
        value={draft.grant}
        choices={choices}
        change={(grant) => change({ grant })}
      />
      <TextField
        label={t("to")}
        hint={t("toHint")}
        value={draft.to}
        change={(to) => change({ to })}
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        label={t("until")}
        hint={t("untilHint")}
        type="date"
        min={inDays(0)}
        max={inDays(365)}
        value={draft.until}
        change={(until) => change({ until })}
        required
      />
    </>
  );
}
