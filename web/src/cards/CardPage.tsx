import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardPage as Page } from "../../../src/policy/contract.ts";
import { useCard } from "../api/cards.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";
import { CaseList } from "../policies/CaseList.tsx";
import { ParameterTable } from "../policies/ParameterTable.tsx";
import { RuleCard } from "../policies/RuleCard.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { CardAsk } from "./CardAsk.tsx";
import { Place } from "./CardItem.tsx";
import "../styles/report.css";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/ask.css";
import "../styles/policies.css";

/** What one place does: its conditions and figures, and whether a project would meet them. */
export function CardPage() {
  const { t } = useTranslation("cards");
  const say = useSay();
  const { document, item } = useParams({ from: "/policies/cards/$document/$item" });
  const card = useCard(document, item);
  useTitle(card.data ? say(card.data.card.title) : t("title"));
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/policies/cards">{t("title")}</Link>
        {card.data && <span>{say(card.data.card.mechanism.title)}</span>}
      </p>
      {card.isSuccess && <Card page={card.data} />}
      {card.isError && (
        <>
          <h1>{t("title")}</h1>
          <ProblemNotice error={card.error} retry={() => void card.refetch()} />
        </>
      )}
      {card.isPending && <Waiting />}
    </main>
  );
}

function Conditions({ page: { card } }: { page: Page }) {
  const { t } = useTranslation("cards");
  const say = useSay();
  if (card.conditions.length === 0) return null;
  return (
    <>
      <div className="part">
        <h2>{t("conditions")}</h2>
      </div>
      <ul className="asidelist">
        {card.conditions.map((condition) => (
          <li key={condition.zh}>{say(condition)}</li>
        ))}
      </ul>
    </>
  );
}

function Figures({ page: { card } }: { page: Page }) {
  const { t } = useTranslation("policies");
  if (card.figures.length === 0) return null;
  return (
    <>
      <div className="part">
        <h2>{t("parts.parameters")}</h2>
      </div>
      <ParameterTable parameters={card.figures} />
    </>
  );
}

/** The practice as rules, and the cases that hold them to it. */
function Rules({ page: { rules, cases } }: { page: Page }) {
  const { t } = useTranslation(["cards", "policies"]);
  if (rules.length === 0) return null;
  return (
    <>
      <div className="part">
        <h2>{t("asRules")}</h2>
        <span className="small n">{rules.length}</span>
      </div>
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} />
      ))}
      <div className="part">
        <h2>{t("policies:parts.cases")}</h2>
        <span className="small n">{cases.length}</span>
      </div>
      <CaseList names={cases.map(({ name }) => name)} />
    </>
  );
}

function Card({ page }: { page: Page }) {
  const say = useSay();
  return (
    <>
      <header className="head">
        <div>
          <h1>{say(page.card.title)}</h1>
          <p className="idline">
            <Place card={page.card} />
            <ClauseLink cite={page.card.cite} />
          </p>
        </div>
      </header>
      <div className="law">
        <article>
          <p className="lede">{say(page.card.summary)}</p>
          <Conditions page={page} />
          <Figures page={page} />
          <Rules page={page} />
        </article>
        <aside className="aside">
          <CardAsk page={page} />
        </aside>
      </div>
    </>
  );
}
