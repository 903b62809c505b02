import { useTranslation } from "react-i18next";
import type { Question } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";

/** What each range of figures would settle; choices carry it in their own lines. */
export function Settles({ question }: { question: Question }) {
  const { t } = useTranslation("ask");
  const say = useSay();
  if (question.type !== "quantity" || question.answers.length === 0) {
    return <p className="small faint waits">{t("waitingRules", { count: question.waiting })}</p>;
  }
  return (
    <table className="what">
      <caption className="eyebrow">{t("settles")}</caption>
      <tbody>
        {question.answers.map((answer) => (
          <tr key={say(answer.label)}>
            <th scope="row">{say(answer.label)}</th>
            <td className="num">{t("settlesCount", { count: answer.settles })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
