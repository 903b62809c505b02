import { useTranslation } from "react-i18next";
import { FactorField } from "./FactorField.tsx";
import type { FactorStep as Step } from "./useFactorStep.ts";

type Props = { step: Step; name: string; leave: () => void };

/** What is asked for after the password or the recovery code was right. */
export function FactorStep({ step, name, leave }: Props) {
  const { t } = useTranslation("factor");
  return (
    <>
      <p role="status">{t("step", { name })}</p>
      <FactorField code={step.code} change={step.change} />
      <p className="small faint">
        {t("stepLost")}{" "}
        <button type="button" className="link" onClick={leave}>
          {t("stepBack")}
        </button>
      </p>
    </>
  );
}
