import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../src/base/message.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { symbol } from "../marks/format.ts";
import type { FactField, StatedChange } from "./desk/fields.ts";
import { inputOf, valueOf } from "./fact-value.ts";

type Props = { field: FactField; state: (change: StatedChange) => void };
type InputProps = { id: string; field: FactField; text: string; write: (text: string) => void };

function Choice({ id, field, text, write }: InputProps) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const options =
    field.type === "boolean"
      ? [
          { id: "true", label: t("yes") },
          { id: "false", label: t("no") },
        ]
      : field.options.map((option) => ({ id: option.id, label: say(option.label) }));
  return (
    <select id={id} value={text} onChange={({ target }) => write(target.value)}>
      <option value="">{t("unknown")}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Written({ id, field, text, write }: InputProps) {
  const { t } = useTranslation("editor");
  const { locale } = useSettings();
  const unit = symbol(field.unit, locale);
  return (
    <span className="field">
      <input
        id={id}
        type={field.type === "date" ? "date" : "text"}
        {...(field.type === "quantity" && { inputMode: "decimal" as const })}
        autoComplete="off"
        placeholder={t("unknown")}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
      {unit && <span className="suffix">{unit}</span>}
    </span>
  );
}

/** What is neither known nor unknown is said beside the field: an estimate, or why it is out. */
function Otherwise({ field: { stated } }: { field: FactField }) {
  const { t } = useTranslation("editor");
  const { locale } = useSettings();
  const { estimate, not_applicable: reason } = stated;
  if (Array.isArray(estimate)) {
    const [from = "", to = ""] = (estimate as unknown[]).map(String);
    return <small className="faint">{t("estimate", { from, to })}</small>;
  }
  if (reason === undefined) return null;
  return <small className="faint">{t("notApplicable", { reason: inWords(reason, locale) })}</small>;
}

const inWords = (reason: unknown, locale: Locale): string =>
  typeof reason === "object" && reason !== null
    ? String((reason as Readonly<Record<string, unknown>>)[locale] ?? "")
    : String(reason);

const chosen: ReadonlySet<string> = new Set(["boolean", "enumeration"]);

/** One fact of the case, to be stated otherwise; empty is unknown. */
export function FactInput({ field, state }: Props) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(() => inputOf(field));
  const { fact, level, subject, label } = field;
  const write = (next: string) => {
    setText(next);
    const value = valueOf(field, next);
    state({ fact, level, subject, ...(value !== undefined && { value }) });
  };
  const name = subject === undefined ? say(label) : t("factOf", { label: say(label), subject });
  const props = { id, field, text, write };
  return (
    <p className="factinput">
      <label htmlFor={id}>{name}</label>
      {chosen.has(field.type) ? <Choice {...props} /> : <Written {...props} />}
      <Otherwise field={field} />
    </p>
  );
}
