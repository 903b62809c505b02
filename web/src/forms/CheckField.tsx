import { useId } from "react";

type Props = {
  label: string;
  hint?: string;
  isOn: boolean;
  change: (isOn: boolean) => void;
};

/** Yes or no, with what it means below. */
export function CheckField({ label, hint, isOn, change }: Props) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => change(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="small faint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
