import type { SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { useOrganisationActs, type Organisation } from "../api/organisations.ts";
import { useSay } from "../app/useSay.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { Refused } from "../forms/Refused.tsx";
import { useDraft } from "../forms/useDraft.ts";
import { ConflictNotice } from "./ConflictNotice.tsx";
import { differencesOf } from "./conflict.ts";
import { TitleFields, type TitleDraft } from "./TitleFields.tsx";
import { useOvertaken } from "./useOvertaken.ts";

type Props = {
  /** The organisation as it stood when its change began, and as it stands now. */
  opened: Organisation;
  now: Organisation;
  owner: string;
  close: () => void;
};

const titleOf = ({ zh, en }: TitleDraft): TitleDraft => ({ zh: zh.trim(), en: en.trim() });

/** What is typed of a new name, and its way to the server. */
function useRenaming({ opened, owner, close }: Omit<Props, "now">) {
  const { rename } = useOrganisationActs();
  const { draft, change, clear } = useDraft<TitleDraft>(`${owner}.name.${opened.path}`, {
    ...opened.title,
  });
  const { isOvertaken, tryAgain, onError } = useOvertaken();
  const leave = () => {
    clear();
    close();
  };
  const save = (version: number) => {
    tryAgain();
    const body = { path: opened.path, version, title: titleOf(draft) };
    rename.mutate(body, { onSuccess: leave, onError });
  };
  return { draft, change, leave, save, rename, isOvertaken };
}

/** Renames an organisation; where somebody else was quicker, shows what they wrote. */
export function OrganisationEditor({ now, ...order }: Props) {
  const { t } = useTranslation("people");
  const say = useSay();
  const { opened } = order;
  const { draft, change, leave, save, rename, isOvertaken } = useRenaming(order);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(opened.version);
  };
  return (
    <form className="form boxed" onSubmit={submit}>
      <h3>{t("organisation.renameTitle", { name: say(opened.title) })}</h3>
      <TitleFields draft={draft} change={change} />
      {isOvertaken ? (
        <ConflictNotice
          differences={differencesOf({ ...opened.title }, { ...now.title }, draft)}
          labelOf={(field) => t(field === "zh" ? "organisation.zh" : "organisation.en")}
          say={(_field, value) => value}
          takeTheirs={leave}
          sendMine={() => save(now.version)}
        />
      ) : (
        <Refused error={rename.error} />
      )}
      <FormActs
        label={t("save")}
        busy={t("saving")}
        isBusy={rename.isPending}
        isBlocked={isOvertaken}
        leave={{ label: t("leave"), act: leave }}
      />
    </form>
  );
}
