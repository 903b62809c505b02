import { useTranslation } from "react-i18next";
import type { CampaignLine, CampaignList, PathLine } from "../../../src/policy/contract.ts";
import { useCampaigns } from "../api/work.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";
import { list } from "../marks/format.ts";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { TargetTable } from "./TargetTable.tsx";
import "../styles/pages.css";
import "../styles/policies.css";

/** The kinds of projects that a document promotes, with their targets, and the ways there. */
export function PlanPage() {
  const { t } = useTranslation("tasks");
  const campaigns = useCampaigns();
  return (
    <PageFrame title={t("planTitle")} above={<PolicyTabs />} lede={t("planLede")}>
      <Fetched from={campaigns}>{(plan) => <Plan plan={plan} />}</Fetched>
    </PageFrame>
  );
}

function Plan({ plan: { campaigns, paths } }: { plan: CampaignList }) {
  const { t } = useTranslation("tasks");
  if (campaigns.length + paths.length === 0) {
    return <Empty title={t("noPlan")}>{t("noneYetText")}</Empty>;
  }
  return (
    <>
      <div className="part">
        <h2>{t("campaigns")}</h2>
        <span className="small n">{campaigns.length}</span>
      </div>
      {campaigns.map((campaign) => (
        <Campaign key={campaign.id} campaign={campaign} />
      ))}
      <div className="part">
        <h2>{t("paths")}</h2>
        <span className="small n">{paths.length}</span>
      </div>
      {paths.map((path) => (
        <section key={path.id} className="rulecard">
          <PathHead path={path} />
        </section>
      ))}
    </>
  );
}

/** What it is, who makes the policy, and who carries it out. */
function PathHead({ path }: { path: PathLine }) {
  const { t } = useTranslation("tasks");
  const { locale } = useSettings();
  const say = useSay();
  const names = (lines: PathLine["madeBy"]) =>
    list(
      lines.map(({ title }) => say(title)),
      locale,
    );
  return (
    <>
      <div className="lh">
        <h3>{say(path.title)}</h3>
        <ClauseLink cite={path.cite} />
      </div>
      <p className="clamp">{say(path.summary)}</p>
      <ul className="idline small faint">
        <li>{t("madeBy", { names: names(path.madeBy) })}</li>
        <li>{t("carriedOutBy", { names: names(path.carriedOutBy) })}</li>
      </ul>
    </>
  );
}

function Campaign({ campaign }: { campaign: CampaignLine }) {
  const { t } = useTranslation("tasks");
  const { locale } = useSettings();
  const say = useSay();
  return (
    <section className="rulecard campaign">
      <div>
        <PathHead path={campaign} />
        <ul className="idline small faint">
          {campaign.where.map(({ fact, label, options }) => (
            <li key={fact}>
              {t("where", {
                label: say(label),
                options: list(
                  options.map(({ title }) => say(title)),
                  locale,
                ),
              })}
            </li>
          ))}
        </ul>
      </div>
      <TargetTable title={say(campaign.title)} targets={campaign.targets} />
    </section>
  );
}
