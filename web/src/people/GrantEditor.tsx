import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useGrantActs, type GrantBody, type GrantLine } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { GrantConflict } from "./GrantConflict.tsx";
import { GrantFields, type GrantDraft } from "./GrantFields.tsx";
import { useOvertaken } from "./useOvertaken.ts";

type Props = {
  /** The role as it stood when its change began, and as it stands now; gone where it is not. */
  opened: GrantLine;
  now: GrantLine | undefined;
  session: SignedIn;
  close: () => void;
};

/** Changes or withdraws one role; where somebody else was quicker, shows what they did. */
export function GrantEditor({ opened, now, session, close }: Props) {
  const { t } = useTranslation("people");
  const { draft, type, acts, overtaken, leave, save, withdraw } = useGrantEditing({
    ...{ opened, session, close },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(opened.version);
  };
  const sendMine = now && (() => save(now.version));
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("edit")}</h3>
      <GrantFields draft={draft} change={type} session={session} />
      {overtaken.isOvertaken ? (
        <GrantConflict {...{ opened, now, draft, leave, sendMine }} />
      ) : (
        <Refused error={acts.change.error ?? acts.take.error} />
      )}
      <FormActs
        label={t("save")}
        busy={t("saving")}
        isBusy={acts.change.isPending}
        isBlocked={overtaken.isOvertaken}
        leave={{ label: t("leave"), act: leave }}
      >
        <SureButton
          label={t("withdraw")}
          question={t("withdrawSure")}
          isBusy={acts.take.isPending}
          act={withdraw}
        />
      </FormActs>
    </form>
  );
}

/** What is typed, and what becomes of it. A draft outlasts a refusal and a new sign-in. */
function useGrantEditing({ opened, session, close }: Omit<Props, "now">) {
  const acts = useGrantActs();
  const overtaken = useOvertaken();
  const name = `${session.account.id}.change.${opened.id}`;
  const empty: GrantDraft = { role: opened.role, scope: opened.scope };
  const { draft, change: type, clear } = useDraft(name, empty);
  const leave = () => {
    clear();
    close();
  };
  const { onError } = overtaken;
  const save = (version: number) => {
    overtaken.tryAgain();
    const role = draft.role as GrantBody["role"];
    const edit = { id: opened.id, version, role, scope: draft.scope };
    acts.change.mutate(edit, { onSuccess: leave, onError });
  };
  const withdraw = () =>
    acts.take.mutate({ id: opened.id, version: opened.version }, { onSuccess: leave, onError });
  return { draft, type, acts, overtaken, leave, save, withdraw };
}
