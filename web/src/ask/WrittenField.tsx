import { useTranslation } from "react-i18next";
import { useSettings } from "../app/settings.ts";
import { symbol } from "../marks/format.ts";
import type { FieldProps } from "./field-props.ts";

type OneProps = FieldProps & { end?: "from" | "to" };

function described({ id, question, isWrong }: FieldProps) {
  const parts = [...(question.hint ? [`${id}-hint`] : []), ...(isWrong ? [`${id}-problem`] : [])];
  return {
    ...(parts.length > 0 && { "aria-describedby": parts.join(" ") }),
    ...(isWrong && { "aria-invalid": true }),
  };
}

/** One field with its unit; in a range it is named after its end. */
function One(props: OneProps) {
  const { t } = useTranslation("ask");
  const { locale } = useSettings();
  const { id, question, draft, change, end } = props;
  const unit = symbol(question.unit, locale);
  const isTo = end === "to";
  const isQuantity = question.type === "quantity";
  return (
    <div className={props.isWrong ? "field wrong" : "field"}>
      {end && <span className="prefix">{t(end)}</span>}
      <input
        id={isTo ? `${id}-to` : id}
        type={question.type === "date" ? "date" : "text"}
        {...(isQuantity && { inputMode: "decimal", placeholder: t("fieldNumber") })}
        {...(isTo && { "aria-label": t("to") })}
        autoComplete="off"
        value={isTo ? draft.to : draft.text}
        onChange={({ target }) =>
          change(isTo ? { ...draft, to: target.value } : { ...draft, text: target.value })
        }
        {...described(props)}
      />
      {unit && <span className="suffix">{unit}</span>}
    </div>
  );
}

export function WrittenField(props: FieldProps) {
  if (!props.draft.isRange) return <One {...props} />;
  return (
    <div className="range">
      <One {...props} end="from" />
      <One {...props} end="to" />
    </div>
  );
}
