import { useId, type ReactNode } from "react";

export type Choice = { value: string; label: string };

type Props = {
  label: string;
  hint?: ReactNode;
  value: string;
  choices: readonly Choice[];
  change: (value: string) => void;
};

/** One of a list. The browser's own list: it is the one that every keyboard and reader knows. */
export function SelectField({ label, hint, value, choices, change }: Props) {
  const id = useId();
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="pick"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => change(target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint && (
        <p className="small faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
