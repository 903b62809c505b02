import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import { useAccountActs, useOrganisationName, type AccountLine } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { Refused } from "../forms/Refused.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { differencesOf } from "./conflict.ts";
import { PersonFields } from "./PersonFields.tsx";
import { useLookAgain } from "./useLookAgain.ts";

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

/** Changes name, organisation and e-mail; where somebody else was quicker, shows what they did. */
export function AccountEditor({ opened, now, session, close }: Props) {
  const { t } = useTranslation("people");
  const nameOf = useOrganisationName();
  const { change } = useAccountActs(opened.id);
  const draftName = `${session.account.id}.person.${opened.id}`;
  const { draft, change: type, clear } = useDraft(draftName, valuesOf(opened));
  const [isOvertaken, setOvertaken] = useState(false);
  const lookAgain = useLookAgain(["accounts"], () => setOvertaken(true));
  const onError = (error: Error) => {
    if (codeOf(error) === "account_changed") void lookAgain();
  };
  const leave = () => {
    clear();
    close();
  };
  const save = (version: number) => {
    setOvertaken(false);
    const { name, organisation, email } = draft;
    const place = organisation === "" ? {} : { organisation };
    const body = { version, name: name.trim(), email: email.trim() || null, ...place };
    change.mutate(body, { onSuccess: leave, onError });
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
        <ConflictNotice
          differences={differencesOf(valuesOf(opened), valuesOf(now), draft)}
          labelOf={(field) => t(`fields.${field as keyof typeof draft}`)}
          say={(field, value) => (field === "organisation" ? nameOf(value) : value)}
          takeTheirs={leave}
          sendMine={() => save(now.version)}
        />
      ) : (
        <Refused error={change.error} />
      )}
      <p className="acts">
        <button className="btn do" disabled={change.isPending || isOvertaken}>
          {change.isPending ? t("saving") : t("save")}
        </button>
        <button type="button" className="btn plain" onClick={leave}>
          {t("leave")}
        </button>
      </p>
    </form>
  );
}
