import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { KnownAs } from "../api/account.ts";
import { useFactorActs } from "../api/factor.ts";
import { clockText } from "../app/instant.ts";
import { FormActs } from "../forms/FormActs.tsx";
import { NotProved } from "../forms/NotProved.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { FactorField } from "./FactorField.tsx";

type Props = { factor: NonNullable<KnownAs["factor"]>; isStrong: boolean };

/** So few spare codes are left that it is time for others. */
const few = 2;

/** A second factor that holds; a session that was begun without it proves it here. */
export function HeldFactor({ factor, isStrong }: Props) {
  const { t } = useTranslation("factor");
  const { remove } = useFactorActs();
  const { since, spareCodes: count } = factor;
  return (
    <>
      <p className="nothing">{t("held", { since: clockText(since), count })}</p>
      {count <= few && <p className="small muted">{t("fewSpare")}</p>}
      {!isStrong && <Prove />}
      {isStrong && (
        <p className="acts">
          <SureButton
            label={t("remove")}
            question={t("removeSure")}
            isBusy={remove.isPending}
            act={() => remove.mutate()}
          />
        </p>
      )}
      <NotProved error={remove.error} />
    </>
  );
}

function Prove() {
  const { t } = useTranslation("factor");
  const { prove } = useFactorActs();
  const [factorCode, setCode] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    prove.mutate({ factorCode }, { onError: () => setCode("") });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{t("weak")}</p>
      <FactorField code={factorCode} change={setCode} />
      <NotProved error={prove.error} />
      <FormActs label={t("prove")} busy={t("proving")} isBusy={prove.isPending} />
    </form>
  );
}
