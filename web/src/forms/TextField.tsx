import { useId, type InputHTMLAttributes, type ReactNode } from "react";

type Own = "label" | "hint" | "error" | "value" | "change";
type Props = Omit<InputHTMLAttributes<HTMLInputElement>, Own | "onChange" | "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string;
  change: (value: string) => void;
};

/** One line to type into, with its name above and what it needs below. */
export function TextField({ label, hint, error, value, change, ...input }: Props) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].join(" ").trim();
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <input
          {...input}
          id={id}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy || undefined}
          onChange={({ target }) => change(target.value)}
        />
      </span>
      {hint && (
        <p className="small faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="small c-stop" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
