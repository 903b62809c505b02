import { useTranslation } from "react-i18next";
import type { Question } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";

/** Of many options only the most settling stand in the report; the rest are on the map. */
const mostRows = 3;

/** What each answer to the question that this rule waits for would settle. */
export function AnswersTable({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation("ask");
  const say = useSay();
  const rows = questions.flatMap((question) =>
    [...question.answers]
      .sort((a, b) => b.settles - a.settles)
      .slice(0, mostRows)
      .map((answer) => ({ question, answer })),
  );
  if (rows.length === 0) return null;
  return (
    <div className="flip">
      {rows.map(({ question, answer }) => (
        <div key={`${question.fact} ${say(answer.label)}`}>
          <span className="faint">{say(question.label)}</span>
          <span>{say(answer.label)}</span>
          <b className="n">{t("settlesCount", { count: answer.settles })}</b>
        </div>
      ))}
    </div>
  );
}
