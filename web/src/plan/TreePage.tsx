import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { BranchLine } from "../../../src/policy/contract.ts";
import { usePolicyTree } from "../api/work.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { useSay } from "../app/useSay.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import "../styles/pages.css";
import "../styles/policies.css";

const layers = ["one", "n", "x"] as const;

/** The tree of policies: one law, N policies by object, X by field; and what is still missing. */
export function TreePage() {
  const { t } = useTranslation("tasks");
  const tree = usePolicyTree();
  return (
    <PageFrame title={t("treeTitle")} above={<PolicyTabs />} lede={t("treeLede")}>
      <Fetched from={tree}>{({ branches }) => <Tree branches={branches} />}</Fetched>
    </PageFrame>
  );
}

function Tree({ branches }: { branches: readonly BranchLine[] }) {
  const { t } = useTranslation("tasks");
  if (branches.length === 0) return <Empty title={t("noTree")}>{t("noneYetText")}</Empty>;
  return layers.map((layer) => (
    <section key={layer} className="layer">
      <div className="part">
        <h2>{t(`layers.${layer}`)}</h2>
        <span className="small">{t(`layerMeans.${layer}`)}</span>
      </div>
      <ul className="branches">
        {branches
          .filter((branch) => branch.layer === layer)
          .map((branch) => (
            <Branch key={branch.id} branch={branch} />
          ))}
      </ul>
    </section>
  ));
}

function Branch({ branch }: { branch: BranchLine }) {
  const { t } = useTranslation("tasks");
  const say = useSay();
  return (
    <li>
      <div className="lh">
        <h3>{say(branch.title)}</h3>
        <ClauseLink cite={branch.cite} />
      </div>
      {branch.holds.map((held) => (
        <Held key={`${held.document.id} ${held.mechanism?.id ?? ""}`} held={held} />
      ))}
      {branch.campaigns.length > 0 && (
        <p className="small">
          <Link to="/policies/plan">{t("heldCampaigns", { count: branch.campaigns.length })}</Link>
        </p>
      )}
      {branch.lacks.map((text) => (
        <p key={text.zh} className="small">
          <span className="unk">{t("lacks")}</span> {say(text)}
        </p>
      ))}
    </li>
  );
}

/** A document of the branch, or one of its mechanisms, with what of it is in the pack. */
function Held({
  held: { document, mechanism, measures, tasks },
}: {
  held: BranchLine["holds"][number];
}) {
  const { t } = useTranslation("tasks");
  const say = useSay();
  const choice = { document: document.id, ...(mechanism && { mechanism: mechanism.id }) };
  return (
    <p className="small">
      {say(document.title)}
      {mechanism && ` · ${say(mechanism.title)}`}{" "}
      {measures.length > 0 && (
        <Link to="/policies" search={choice}>
          {t("heldMeasures", { count: measures.length })}
        </Link>
      )}{" "}
      {tasks.length > 0 && (
        <Link to="/policies/tasks" search={{ document: document.id }}>
          {t("heldTasks", { count: tasks.length })}
        </Link>
      )}
    </p>
  );
}
