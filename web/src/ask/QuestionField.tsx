import { useSay } from "../app/useSay.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import type { FieldProps } from "./field-props.ts";
import { WrittenField } from "./WrittenField.tsx";

const chosen: ReadonlySet<string> = new Set(["boolean", "enumeration", "list"]);

/** The question and its input, by the type of the fact. */
export function QuestionField(props: FieldProps) {
  const say = useSay();
  const { question } = props;
  if (chosen.has(question.type)) return <ChoiceField {...props} />;
  return (
    <>
      <label className="q" htmlFor={props.id}>
        {say(question.question)}
      </label>
      <WrittenField {...props} />
      {question.hint && (
        <p className="small faint qhint" id={`${props.id}-hint`}>
          {say(question.hint)}
        </p>
      )}
    </>
  );
}
