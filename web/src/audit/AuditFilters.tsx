import { useTranslation } from "react-i18next";
import { useKnownAccounts } from "../api/people.ts";
import { actNames, kindNames, useRights } from "../app/useRights.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { isChosen, noChoice, type Choice } from "./filter.ts";
import { shortNumber } from "./useAuditWords.ts";

type Props = {
  choice: Choice;
  change: (choice: Choice) => void;
  own: string;
  isAuditor: boolean;
};

/** Narrows the trail by who, what, to what, with which outcome, and when. */
export function AuditFilters({ choice, change, own, isAuditor }: Props) {
  const { t } = useTranslation("audit");
  const set = (part: Partial<Choice>) => change({ ...choice, ...part });
  return (
    <form className="sieve" role="search" aria-label={t("filters")}>
      {isAuditor && <WhoField actor={choice.actor} own={own} set={set} />}
      <WhatFields choice={choice} set={set} />
      <TextField
        label={t("since")}
        type="date"
        value={choice.since}
        change={(since) => set({ since })}
      />
      <TextField
        label={t("until")}
        type="date"
        value={choice.until}
        change={(until) => set({ until })}
      />
      {isChosen(choice) && (
        <button type="button" className="btn" onClick={() => change(noChoice)}>
          {t("clear")}
        </button>
      )}
    </form>
  );
}

type Set = (part: Partial<Choice>) => void;

function WhoField({ actor, own, set }: { actor: string; own: string; set: Set }) {
  const { t } = useTranslation("audit");
  const accounts = useKnownAccounts();
  const others = (accounts.data?.accounts ?? []).filter(({ id }) => id !== own);
  const isListed = ["", own].includes(actor) || others.some(({ id }) => id === actor);
  const choices = [
    { value: "", label: t("everyone") },
    { value: own, label: t("me") },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
    ...(isListed ? [] : [{ value: actor, label: shortNumber(actor) }]),
  ];
  return (
    <SelectField
      label={t("who")}
      value={actor}
      choices={choices}
      change={(value) => set({ actor: value })}
    />
  );
}

const outcomes = ["all", "done", "refused"] as const;

function WhatFields({ choice, set }: { choice: Choice; set: Set }) {
  const { t } = useTranslation("audit");
  const { actName, kindName } = useRights();
  return (
    <>
      <SelectField
        label={t("act")}
        value={choice.act}
        choices={[
          { value: "", label: t("anyAct") },
          ...actNames.map((act) => ({ value: act, label: actName(act) })),
        ]}
        change={(act) => set({ act })}
      />
      <SelectField
        label={t("kind")}
        value={choice.kind}
        choices={[
          { value: "", label: t("anyKind") },
          ...kindNames.map((kind) => ({ value: kind, label: kindName(kind) })),
        ]}
        change={(kind) => set({ kind })}
      />
      <SelectField
        label={t("outcome")}
        value={choice.outcome}
        choices={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        change={(outcome) => set({ outcome })}
      />
    </>
  );
}
