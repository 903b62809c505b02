import { useTranslation } from "react-i18next";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import type { FieldProps } from "./field-props.ts";

type Choice = { id: string; label: string; settles: number | undefined };

/** How many rules an answer would settle, where the engine has worked it out. */
function settledBy({ answers }: FieldProps["question"], value: unknown): number | undefined {
  return answers.find(({ answer }) => answer === value)?.settles;
}

function useChoices({ question }: FieldProps): Choice[] {
  const { t } = useTranslation("ask");
  const say = useSay();
  const dictionary = useDictionary();
  if (question.type === "boolean") {
    return [
      { id: "yes", label: t("yes"), settles: settledBy(question, true) },
      { id: "no", label: t("no"), settles: settledBy(question, false) },
    ];
  }
  const options = question.options ?? dictionary.byId.get(question.fact)?.options ?? [];
  return options.map(({ id, label }) => ({
    id,
    label: say(label),
    settles: settledBy(question, id),
  }));
}

/** Yes or no, one of the options, or several of them. */
export function ChoiceField(props: FieldProps) {
  const { t } = useTranslation("ask");
  const say = useSay();
  const { id, question, draft, change } = props;
  const choices = useChoices(props);
  const isMany = question.type === "list";
  const toggle = (choice: string) => {
    const without = draft.chosen.filter((one) => one !== choice);
    const isOn = without.length < draft.chosen.length;
    const many = isOn ? without : [...draft.chosen, choice];
    change({ ...draft, chosen: isMany ? many : [choice] });
  };
  return (
    <fieldset {...(props.isWrong && { "aria-describedby": `${id}-problem` })}>
      <legend className="q">{say(question.question)}</legend>
      {question.hint && <p className="small faint qhint">{say(question.hint)}</p>}
      <div className={question.type === "boolean" ? "choices two-way" : "choices"}>
        {choices.map((choice) => (
          <label key={choice.id} className="choice">
            <input
              type={isMany ? "checkbox" : "radio"}
              name={id}
              checked={draft.chosen.includes(choice.id)}
              onChange={() => toggle(choice.id)}
            />
            <span>{choice.label}</span>
            {choice.settles !== undefined && (
              <small className="faint">{t("settlesCount", { count: choice.settles })}</small>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
