import type { ReactNode } from "react";

type Props = {
  /** What the form does, and what it says while it does it. */
  label: string;
  busy: string;
  isBusy: boolean;
  isBlocked?: boolean;
  leave?: { label: string; act: () => void };
  children?: ReactNode;
};

/** The one button that a form is for, and the ways to do without. */
export function FormActs({ label, busy, isBusy, isBlocked = false, leave, children }: Props) {
  return (
    <p className="acts">
      <button className="btn do" disabled={isBusy || isBlocked}>
        {isBusy ? busy : label}
      </button>
      {leave && (
        <button type="button" className="btn plain" onClick={leave.act}>
          {leave.label}
        </button>
      )}
      {children}
    </p>
  );
}
