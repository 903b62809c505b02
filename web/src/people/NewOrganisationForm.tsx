import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  useOrganisationActs,
  type Organisation,
  type OrganisationBody,
  type OrganisationKind,
} from "../api/organisations.ts";
import { useSay } from "../app/useSay.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { SelectField } from "../forms/SelectField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { kindsBelow } from "./kinds-below.ts";
import { TitleFields, type TitleDraft } from "./TitleFields.tsx";

type Props = { parent: Organisation; owner: string; close: () => void };
type Fields = TitleDraft & { kind: string; code: string };

const bodyOf = ({ kind, code, zh, en }: Fields, parent: string): OrganisationBody => ({
  ...{ parent, kind: kind as OrganisationKind, code: code.trim() },
  title: { zh: zh.trim(), en: en.trim() },
});

/** Adds an organisation below another. */
export function NewOrganisationForm({ parent, owner, close }: Props) {
  const { t } = useTranslation("people");
  const say = useSay();
  const { add } = useOrganisationActs();
  const kinds = kindsBelow(parent.kind);
  const empty: Fields = { kind: kinds[0] ?? "", code: "", zh: "", en: "" };
  const { draft, change, clear } = useDraft(`${owner}.below.${parent.path}`, empty);
  const leave = () => {
    clear();
    close();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate(bodyOf(draft, parent.path), { onSuccess: leave });
  };
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("organisation.addTitle", { name: say(parent.title) })}</h3>
      <SelectField
        label={t("organisation.kind")}
        value={draft.kind}
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        change={(kind) => change({ kind })}
      />
      <TitleFields draft={draft} change={change} />
      <CodeField code={draft.code} change={(code) => change({ code })} />
      <Refused error={add.error} />
      <FormActs
        label={t("organisation.addAct")}
        busy={t("organisation.adding")}
        isBusy={add.isPending}
        leave={{ label: t("organisation.leave"), act: leave }}
      />
    </form>
  );
}

function CodeField({ code, change }: { code: string; change: (code: string) => void }) {
  const { t } = useTranslation("people");
  return (
    <TextField
      label={t("organisation.code")}
      hint={t("organisation.codeHint")}
      value={code}
      change={change}
      pattern="[0-9a-z_\-]{1,40}"
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      required
    />
  );
}
