import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useGrantActs, type AccountLine, type GrantBody } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { administers } from "../app/permitted.ts";
import { Refused } from "../forms/Refused.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { GrantFields } from "./GrantFields.tsx";

type Props = { account: AccountLine; session: SignedIn };

/** Gives a role; the account's own organisation is offered as its scope. */
export function NewGrantForm({ account, session }: Props) {
  const { t } = useTranslation("people");
  const { give } = useGrantActs();
  const own = account.organisation;
  const scope = own !== null && administers(session.grants, own) ? own : "";
  const name = `${session.account.id}.grant.${account.id}`;
  const { draft, change, clear } = useDraft(name, { role: "planner", scope });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const role = draft.role as GrantBody["role"];
    give.mutate({ account: account.id, role, scope: draft.scope }, { onSuccess: clear });
  };
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("giveTitle")}</h3>
      <GrantFields draft={draft} change={change} session={session} />
      <Refused error={give.error} />
      <p className="acts">
        <button className="btn do" disabled={give.isPending || draft.scope === ""}>
          {give.isPending ? t("giving") : t("give")}
        </button>
      </p>
    </form>
  );
}
