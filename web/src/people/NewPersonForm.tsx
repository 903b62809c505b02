import { useNavigate } from "@tanstack/react-router";
import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useMakeAccount, type AccountBody } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { TextField } from "../forms/TextField.tsx";
import { useDraft } from "../forms/useDraft.ts";
import type { Issued } from "./CodeNotice.tsx";
import { PersonFields } from "./PersonFields.tsx";

type Props = { session: SignedIn; made: (issued: Issued) => void };

const empty = { signInName: "", name: "", organisation: "", email: "", subject: "" };

function bodyOf({ signInName, name, organisation, email, subject }: typeof empty): AccountBody {
  return {
    ...{ signInName: signInName.trim(), name: name.trim(), organisation },
    ...(email.trim() && { email: email.trim() }),
    ...(subject.trim() && { subject: subject.trim() }),
  };
}

/** What an account is made of. What was typed stays until it is made or given up. */
export function NewPersonForm({ session, made }: Props) {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const make = useMakeAccount();
  const { draft, change, clear } = useDraft(`${session.account.id}.account`, empty);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    make.mutate(bodyOf(draft), {
      onSuccess: ({ account, recovery }) => {
        clear();
        made({ id: account.id, name: account.name, ...recovery });
      },
    });
  };
  const cancel = () => {
    clear();
    void navigate({ to: "/people" });
  };
  return (
    <form className="form" onSubmit={submit}>
      <PersonFields draft={draft} change={change} session={session} isNew />
      {session.signIn.oidc && (
        <TextField
          label={t("fields.subject")}
          hint={t("fields.subjectHint")}
          value={draft.subject}
          change={(subject) => change({ subject })}
        />
      )}
      <Refused error={make.error} />
      <FormActs
        label={t("make")}
        busy={t("making")}
        isBusy={make.isPending}
        isBlocked={draft.organisation === ""}
        leave={{ label: t("cancel"), act: cancel }}
      />
    </form>
  );
}
