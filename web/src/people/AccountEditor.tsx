import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOrganisationName } from "../api/organisations.ts";
import { useAccountActs, type AccountLine } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { differencesOf } from "./conflict.ts";
import { PersonFields } from "./PersonFields.tsx";
import { useOvertaken } from "./useOvertaken.ts";

type Props = {
  /** The account as it stood when its change began, and as it stands now. */
  opened: AccountLine;
  now: AccountLine;
  session: SignedIn;
  close: () => void;
};

const valuesOf = ({ name, organisation, email }: AccountLine) => ({
  name,
  organisation: organisation ?? "",
  email: email ?? "",
});
type Values = ReturnType<typeof valuesOf>;

const changeOf = ({ name, organisation, email }: Values, version: number) => ({
  ...{ version, name: name.trim(), email: email.trim() || null },
  ...(organisation !== "" && { organisation }),
});

/** Changes name, organisation and e-mail; where somebody else was quicker, shows what they did. */
export function AccountEditor({ opened, now, session, close }: Props) {
  const { t } = useTranslation("people");
  const { change } = useAccountActs(opened.id);
  const draftName = `${session.account.id}.person.${opened.id}`;
  const { draft, change: type, clear } = useDraft(draftName, valuesOf(opened));
  const { isOvertaken, tryAgain, onError } = useOvertaken();
  const leave = () => {
    clear();
    close();
  };
  const save = (version: number) => {
    tryAgain();
    change.mutate(changeOf(draft, version), { onSuccess: leave, onError });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(opened.version);
  };
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("changeTitle")}</h3>
      <PersonFields draft={{ ...draft, signInName: "" }} change={type} session={session} />
      {isOvertaken ? (
        <AccountConflict {...{ opened, now, draft, leave }} sendMine={() => save(now.version)} />
      ) : (
        <Refused error={change.error} />
      )}
      <FormActs
        label={t("save")}
        busy={t("saving")}
        isBusy={change.isPending}
        isBlocked={isOvertaken}
        leave={{ label: t("leave"), act: leave }}
      />
    </form>
  );
}

type ConflictProps = Pick<Props, "opened" | "now"> & {
  draft: Values;
  leave: () => void;
  sendMine: () => void;
};

function AccountConflict({ opened, now, draft, leave, sendMine }: ConflictProps) {
  const { t } = useTranslation("people");
  const nameOf = useOrganisationName();
  return (
    <ConflictNotice
      differences={differencesOf(valuesOf(opened), valuesOf(now), draft)}
      labelOf={(field) => t(`fields.${field as keyof Values}`)}
      say={(field, value) => (field === "organisation" ? nameOf(value) : value)}
      takeTheirs={leave}
      sendMine={sendMine}
    />
  );
}
