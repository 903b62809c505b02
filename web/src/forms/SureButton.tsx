import { useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { label: string; question: string; isBusy?: boolean; act: () => void };

/** What cannot simply be taken back is asked twice, on the spot and without a dialogue. */
export function SureButton({ label, question, isBusy = false, act }: Props) {
  const { t } = useTranslation("shell");
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <button type="button" className="btn plain" disabled={isBusy} onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  const sure = () => {
    setAsked(false);
    act();
  };
  return (
    <span className="sure" role="group" aria-label={question}>
      <span>{question}</span>
      <button type="button" className="btn stop" autoFocus onClick={sure}>
        {label}
      </button>
      <button type="button" className="btn plain" onClick={() => setAsked(false)}>
        {t("leaveIt")}
      </button>
    </span>
  );
}
