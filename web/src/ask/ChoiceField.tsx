import { useTranslation } from "react-i18next";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import type { FieldProps } from "./QuestionField.tsx";

type Choice = { id: string; label: string };

function useChoices({ question }: FieldProps): Choice[] {
  const { t } = useTranslation("ask");
  const say = useSay();
  const dictionary = useDictionary();
  if (question.type === "boolean") {
    return [
      { id: "yes", label: t("yes") },
      { id: "no", label: t("no") },
    ];
  }
  const options = question.options ?? dictionary.byId.get(question.fact)?.options ?? [];
  return options.map(({ id, label }) => ({ id, label: say(label) }));
}

/** Yes or no, one of the options, or several of them. */
export function ChoiceField(props: FieldProps) {
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
          </label>
        ))}
      </div>
    </fieldset>
  );
}
