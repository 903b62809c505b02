import { useTranslation } from "react-i18next";
import { useOrganisations, type Organisation } from "../api/organisations.ts";
import { useSay } from "../app/useSay.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { branchesOf, isOpen, type Branch } from "./tree.ts";

type Props = { picked: string; pick: (path: string) => void };

/** The organisations as a tree of buttons: one narrows the list beside it. */
export function OrganisationTree({ picked, pick }: Props) {
  const { t } = useTranslation("people");
  const organisations = useOrganisations();
  return (
    <nav className="tree" aria-label={t("tree")}>
      <h2 className="eyebrow">{t("tree")}</h2>
      {organisations.isPending && <Waiting />}
      {organisations.isError && (
        <ProblemNotice error={organisations.error} retry={() => void organisations.refetch()} />
      )}
      {organisations.isSuccess && (
        <ul>
          <li>
            <button type="button" aria-pressed={picked === ""} onClick={() => pick("")}>
              {t("allOrganisations")}
            </button>
          </li>
          {branchesOf(organisations.data.organisations).map((branch) => (
            <Twig key={branch.line.path} branch={branch} picked={picked} pick={pick} />
          ))}
        </ul>
      )}
    </nav>
  );
}

function Twig({ branch, picked, pick }: Props & { branch: Branch<Organisation> }) {
  const say = useSay();
  const { path, title } = branch.line;
  const open = branch.below.length > 0 && isOpen(path, picked);
  return (
    <li>
      <button type="button" aria-pressed={picked === path} onClick={() => pick(path)}>
        {say(title)}
        {branch.below.length > 0 && !open && <small> {branch.below.length}</small>}
      </button>
      {open && (
        <ul>
          {branch.below.map((below) => (
            <Twig key={below.line.path} branch={below} picked={picked} pick={pick} />
          ))}
        </ul>
      )}
    </li>
  );
}
