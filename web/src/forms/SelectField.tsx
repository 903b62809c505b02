import { useId, type ReactNode } from "react";

/** Choices of one heading stand together under it. */
export type Choice = { value: string; label: string; heading?: string };

type Props = {
  label: string;
  hint?: ReactNode;
  value: string;
  choices: readonly Choice[];
  change: (value: string) => void;
};

const headingsOf = (choices: readonly Choice[]): string[] => [
  ...new Set(choices.flatMap(({ heading }) => heading ?? [])),
];

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

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
        <Options choices={choices.filter(({ heading }) => heading === undefined)} />
        {headingsOf(choices).map((heading) => (
          <optgroup key={heading} label={heading}>
            <Options choices={choices.filter((choice) => choice.heading === heading)} />
          </optgroup>
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
