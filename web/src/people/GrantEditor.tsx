import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../api/problem.ts";
import {
  useGrantActs,
  useOrganisationName,
  type GrantBody,
  type GrantLine,
} from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { useRights } from "../app/useRights.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { differencesOf } from "./conflict.ts";
import { GrantFields, type GrantDraft } from "./GrantFields.tsx";
import { useLookAgain } from "./useLookAgain.ts";

type Props = {
  /** The role as it stood when its change began, and as it stands now; gone where it is not. */
  opened: GrantLine;
  now: GrantLine | undefined;
  session: SignedIn;
  reopen: (grant: GrantLine) => void;
  close: () => void;
};

const changedMeanwhile: readonly (string | undefined)[] = ["changed_meanwhile", "grant_missing"];

const valuesOf = ({ role, scope }: GrantDraft): GrantDraft => ({ role, scope });

/** Changes or withdraws one role; where somebody else was quicker, shows what they did. */
export function GrantEditor({ opened, now, session, reopen, close }: Props) {
  const { t } = useTranslation("people");
  const { change, take } = useGrantActs();
  const name = `${session.account.id}.change.${opened.id}`;
  const { draft, change: type, clear } = useDraft(name, valuesOf(opened));
  const [isOvertaken, setOvertaken] = useState(false);
  const lookAgain = useLookAgain(["grants"], () => setOvertaken(true));
  const onError = (error: Error) => {
    if (changedMeanwhile.includes(codeOf(error))) void lookAgain();
  };
  const leave = () => {
    clear();
    close();
  };
  const save = (version: number) => {
    setOvertaken(false);
    const edit = { id: opened.id, version, role: draft.role as GrantBody["role"] };
    change.mutate({ ...edit, scope: draft.scope }, { onSuccess: leave, onError });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(opened.version);
  };
  const refused = [change.error, take.error].find((error) => error !== null);
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("edit")}</h3>
      <GrantFields draft={draft} change={type} session={session} />
      {isOvertaken ? (
        <Overtaken
          {...{ opened, now, draft, leave }}
          sendMine={(current) => {
            reopen(current);
            save(current.version);
          }}
        />
      ) : (
        <Refused error={refused} />
      )}
      <p className="acts">
        <button className="btn do" disabled={change.isPending || isOvertaken}>
          {change.isPending ? t("saving") : t("save")}
        </button>
        <button type="button" className="btn plain" onClick={leave}>
          {t("leave")}
        </button>
        <SureButton
          label={t("withdraw")}
          question={t("withdrawSure")}
          isBusy={take.isPending}
          act={() =>
            take.mutate({ id: opened.id, version: opened.version }, { onSuccess: leave, onError })
          }
        />
      </p>
    </form>
  );
}

type OvertakenProps = {
  opened: GrantLine;
  now: GrantLine | undefined;
  draft: GrantDraft;
  leave: () => void;
  sendMine: (current: GrantLine) => void;
};

function Overtaken({ opened, now, draft, leave, sendMine }: OvertakenProps) {
  const { t } = useTranslation("people");
  const { roleName } = useRights();
  const nameOf = useOrganisationName();
  const say = (field: string, value: string) =>
    field === "role" ? roleName(value) : nameOf(value);
  const labelOf = (field: string) => t(field === "role" ? "fields.role" : "fields.scope");
  if (!now) {
    return <ConflictNotice differences={[]} labelOf={labelOf} say={say} takeTheirs={leave} />;
  }
  const differences = differencesOf(valuesOf(opened), valuesOf(now), draft);
  return (
    <ConflictNotice
      {...{ differences, labelOf, say }}
      takeTheirs={leave}
      sendMine={() => sendMine(now)}
    />
  );
}
