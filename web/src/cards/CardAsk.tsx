import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CardPage } from "../../../src/policy/contract.ts";
import { useCardAnswer } from "../api/cards.ts";
import { useDictionary } from "../api/policy.ts";
import { emptyDraft, readDraft, type Draft, type DraftProblem } from "../ask/draft.ts";
import { QuestionField } from "../ask/QuestionField.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { CardVerdicts } from "./CardVerdicts.tsx";
import { questionOf, valueOf, withFact } from "./questions.ts";
import { ReportFacts, useReportFacts } from "./ReportFacts.tsx";

type Drafts = Readonly<Record<string, Draft>>;
type Problems = Readonly<Record<string, DraftProblem>>;

/** What the fields say, and what is wrong with them; an empty field leaves its fact unknown. */
function readAll(facts: CardPage["facts"], drafts: Drafts) {
  const values: { fact: string; value: unknown }[] = [];
  const problems: Record<string, DraftProblem> = {};
  for (const fact of facts) {
    const read = readDraft(fact.type, drafts[fact.id] ?? emptyDraft, fact);
    if (read.ok) values.push({ fact: fact.id, value: read.value });
    else if (read.problem.code !== "problemEmpty") problems[fact.id] = read.problem;
  }
  return { values, problems };
}

/** Whether my project would meet it: facts of a stored report, the rest asked here. */
export function CardAsk({ page }: { page: CardPage }) {
  const { t } = useTranslation("cards");
  if (page.card.rules === 0) {
    return (
      <section>
        <h2>{t("ask")}</h2>
        <p className="small faint">{t("cannotBeAsked")}</p>
      </section>
    );
  }
  return <Asking page={page} />;
}

function useAsking(page: CardPage) {
  const [document = "", item = ""] = page.card.id.split("/");
  const { groups } = useDictionary();
  const answer = useCardAnswer(document, item);
  const said = useReportFacts(page.facts);
  const asked = page.facts.filter(({ id }) => !said.rows.some(({ fact }) => fact === id));
  const [drafts, setDrafts] = useState<Drafts>({});
  const [problems, setProblems] = useState<Problems>({});
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readAll(asked, drafts);
    setProblems(read.problems);
    if (Object.keys(read.problems).length > 0) return;
    const stated = said.rows.map((row) => ({
      ...{ fact: row.fact, subject: row.subject, value: valueOf(row) },
    }));
    const facts = [...stated, ...read.values].reduce((all, one) => withFact(all, one, groups), {});
    answer.mutate({ facts });
  };
  const change = (id: string, draft: Draft) => setDrafts((before) => ({ ...before, [id]: draft }));
  return { answer, said, asked, drafts, problems, send, change };
}

function Asking({ page }: { page: CardPage }) {
  const { t } = useTranslation(["cards", "ask"]);
  const { answer, said, asked, drafts, problems, send, change } = useAsking(page);
  return (
    <section className="cardask">
      <h2>{t("ask")}</h2>
      <ReportFacts said={said} />
      <form className="ask" onSubmit={send} noValidate aria-busy={answer.isPending}>
        {asked.map((fact) => (
          <div key={fact.id} className="one">
            <QuestionField
              id={`ask-${fact.id}`}
              question={questionOf(fact)}
              draft={drafts[fact.id] ?? emptyDraft}
              change={(draft) => change(fact.id, draft)}
              isWrong={problems[fact.id] !== undefined}
            />
            {problems[fact.id] && (
              <p className="qproblem" id={`ask-${fact.id}-problem`} role="alert">
                {t("ask:problemNumber")}
              </p>
            )}
          </div>
        ))}
        <p className="small faint">{t("emptyIsUnknown")}</p>
        <button className="btn do" disabled={answer.isPending}>
          {t("answerIt")}
        </button>
      </form>
      {answer.isError && <ProblemNotice error={answer.error} />}
      {answer.isSuccess && <CardVerdicts answer={answer.data} facts={page.facts} />}
    </section>
  );
}
