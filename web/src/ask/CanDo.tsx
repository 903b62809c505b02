import { useTranslation } from "react-i18next";
import type { Answers } from "../../../src/policy/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { withoutEmptyCeilings } from "../../../src/rules/index.ts";
import { sectionsOf } from "../report/items.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { TriBar } from "../marks/TriBar.tsx";
import { Empty } from "../states/Empty.tsx";
import { AskDone } from "./AskDone.tsx";
import { GivenAnswers } from "./GivenAnswers.tsx";
import { OpenReport } from "./OpenReport.tsx";
import { QuestionForm } from "./QuestionForm.tsx";
import { TopicForm } from "./TopicForm.tsx";
import { openTopics } from "./topics.ts";
import type { Asking } from "./useAsking.ts";
import { VerdictList } from "./VerdictList.tsx";

type Props = { answers: Answers; asking: Asking };

/**
 * First what is meant to be done, then the most settling fact. After six questions, passed over or
 * answered, there is a pause.
 */
function NextStep({ answers, asking }: Props) {
  const { groups } = useDictionary();
  const topics = openTopics(groups.values(), answers.report);
  const isFirst = asking.outside === undefined && topics.length > 0;
  const isTold = asking.outside !== undefined || isFirst;
  const asked = asking.given.length + asking.skipped + (isTold ? 1 : 0);
  const left = Math.min(answers.questions.length, asking.atMost - asked);
  if (isFirst) return <TopicForm topics={topics} left={Math.max(left, 0) + 1} asking={asking} />;
  const [question] = answers.questions;
  if (!question || left <= 0) return <AskDone asking={asking} more={answers.questions.length} />;
  return (
    <QuestionForm
      key={`${question.fact} ${question.subject ?? ""}`}
      questions={answers.questions.slice(0, left)}
      asking={asking}
    />
  );
}

/** The heart of the panel: the bar, the next question with its worth, and the verdicts. */
export function CanDo({ answers, asking }: Props) {
  const { t } = useTranslation("ask");
  const { byId } = useDictionary();
  const sections = sectionsOf(withoutEmptyCeilings(answers.report, byId));
  const total = sections.applies.length + sections.undecided.length + sections.not.length;
  const { error } = asking.answers;

  if (total === 0) return <Empty title={t("noSuchHere")}>{t("noSuchHereText")}</Empty>;
  return (
    <section className="can">
      <div className="lh">
        <h2>{t("canDo")}</h2>
        <span className="small faint">{t("ruleCount", { count: total })}</span>
      </div>
      <TriBar
        applies={sections.applies.length}
        undecided={sections.undecided.length}
        not={sections.not.length}
      />
      <div className="ask">
        {error && <ProblemNotice error={error} retry={() => void asking.answers.refetch()} />}
        <NextStep answers={answers} asking={asking} />
        <GivenAnswers asking={asking} />
      </div>
      <VerdictList sections={sections} />
      <OpenReport body={asking.body} />
    </section>
  );
}
