import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Question } from "../../../src/rules/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { emptyDraft, readDraft, type DraftProblem } from "./draft.ts";
import { QuestionField } from "./QuestionField.tsx";
import { Settles } from "./Settles.tsx";
import { Steps } from "./Steps.tsx";
import type { Asking } from "./useAsking.ts";

type Props = { questions: readonly Question[]; asking: Asking };

function useProblemText(): (problem: DraftProblem) => string {
  const { t } = useTranslation("ask");
  return (problem) => {
    if ("limit" in problem) return t(problem.code, { limit: problem.limit });
    if ("quantum" in problem) return t(problem.code, { quantum: problem.quantum });
    return t(problem.code);
  };
}

/** The fields of one question and what is wrong with them. */
function useDraft(question: Question | undefined, asking: Asking) {
  const [draft, setDraft] = useState(emptyDraft);
  const [problem, setProblem] = useState<DraftProblem>();
  const dictionary = useDictionary();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!question) return;
    const read = readDraft(question.type, draft, dictionary.byId.get(question.fact) ?? {});
    if (read.ok) asking.answer(question, read.value);
    else setProblem(read.problem);
  };
  const change = (next: typeof draft) => {
    setDraft(next);
    setProblem(undefined);
  };
  return { draft, change, problem, send };
}

type AltProps = { question: Question; asking: Asking; isRange: boolean; toRange: () => void };

function Alternatives({ question, asking, isRange, toRange }: AltProps) {
  const { t } = useTranslation("ask");
  const notApplicable = { not_applicable: t("notApplicableStated") };
  return (
    <div className="qalt">
      {question.type === "quantity" && (
        <button type="button" className="btn plain" aria-pressed={isRange} onClick={toRange}>
          {isRange ? t("exactOnly") : t("rangeOnly")}
        </button>
      )}
      <button type="button" className="btn plain" onClick={() => asking.skip(question)}>
        {t("skip")}
      </button>
      <button
        type="button"
        className="btn plain"
        onClick={() => asking.answer(question, notApplicable)}
      >
        {t("notApplicable")}
      </button>
      <button className="btn do">{t("answer")}</button>
    </div>
  );
}

/** What will be asked after this, small. */
function Later({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation("ask");
  const say = useSay();
  if (questions.length === 0) return null;
  return (
    <ol className="next" aria-label={t("later")}>
      {questions.map((one, index) => (
        <li key={`${one.fact} ${one.subject ?? ""}`}>
          <b>{index + 2}</b>
          {say(one.question)}
        </li>
      ))}
    </ol>
  );
}

/** One question at a time, the most settling first; the next ones stand below, small. */
export function QuestionForm({ questions, asking }: Props) {
  const id = useId();
  const [question, ...later] = questions;
  const { draft, change, problem, send } = useDraft(question, asking);
  const problemText = useProblemText();
  if (!question) return null;
  return (
    <form onSubmit={send} noValidate aria-busy={asking.answers.isFetching}>
      <Steps left={questions.length} isBusy={asking.answers.isFetching} />
      {/* After an answer another question may come first: this one is not to be answered now. */}
      <fieldset disabled={asking.answers.isPlaceholderData}>
        <QuestionField
          id={id}
          question={question}
          draft={draft}
          change={change}
          isWrong={problem !== undefined}
        />
        {problem && (
          <p className="qproblem" id={`${id}-problem`} role="alert">
            {problemText(problem)}
          </p>
        )}
        <Alternatives
          question={question}
          asking={asking}
          isRange={draft.isRange}
          toRange={() => change({ ...draft, isRange: !draft.isRange })}
        />
      </fieldset>
      <Settles question={question} />
      <Later questions={later} />
    </form>
  );
}
