import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrganisationActs, useOrganisations, type Organisation } from "../api/organisations.ts";
import type { SignedIn } from "../api/session.ts";
import { administers } from "../app/permitted.ts";
import { useSay } from "../app/useSay.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { kindsBelow } from "./kinds-below.ts";
import { NewOrganisationForm } from "./NewOrganisationForm.tsx";
import { OrganisationEditor } from "./OrganisationEditor.tsx";

type Props = { path: string; session: SignedIn; pick: (path: string) => void };

/**
 * The organisation that is picked in the tree, with what its administrator may do with it. Where it
 * was closed, here or by somebody else, the one above it is picked.
 */
export function OrganisationPart({ path, session, pick }: Props) {
  const { t } = useTranslation("people");
  const say = useSay();
  const organisations = useOrganisations();
  const found = organisations.data?.organisations.find((line) => line.path === path);
  const isGone = path !== "" && organisations.isSuccess && !found;
  useEffect(() => {
    if (isGone) pick(path.slice(0, Math.max(0, path.lastIndexOf("."))));
  }, [isGone, path, pick]);
  if (!found) return null;
  return (
    <section className="picked" aria-label={say(found.title)}>
      <h2>{say(found.title)}</h2>
      <p className="small faint">
        {t(`kinds.${found.kind}`)} · {t("organisation.path", { path })}
      </p>
      {administers(session.grants, path) && (
        <OrganisationActs key={path} found={found} session={session} />
      )}
    </section>
  );
}

type ActsProps = { found: Organisation; session: SignedIn };
type Opened = { readonly form: "add" | "rename"; readonly organisation: Organisation };

function OrganisationActs({ found, session }: ActsProps) {
  const { t } = useTranslation("people");
  const { close } = useOrganisationActs();
  // Kept as it was opened: a new name is thought out on this version.
  const [opened, setOpened] = useState<Opened>();
  const leave = () => setOpened(undefined);
  if (opened?.form === "add") {
    return <NewOrganisationForm parent={found} owner={session.account.id} close={leave} />;
  }
  if (opened) {
    const editing = { opened: opened.organisation, now: found, owner: session.account.id };
    return <OrganisationEditor {...editing} close={leave} />;
  }
  const { path, version, parent } = found;
  const open = (form: Opened["form"]) => () => setOpened({ form, organisation: found });
  return (
    <>
      <p className="acts">
        {kindsBelow(found.kind).length > 0 && (
          <button type="button" className="btn" onClick={open("add")}>
            {t("organisation.add")}
          </button>
        )}
        <button type="button" className="btn plain" onClick={open("rename")}>
          {t("organisation.rename")}
        </button>
        {parent !== null && (
          <SureButton
            label={t("organisation.close")}
            question={t("organisation.closeSure")}
            isBusy={close.isPending}
            act={() => close.mutate({ path, version })}
          />
        )}
      </p>
      <Refused error={close.error} />
    </>
  );
}
