import { useTranslation } from "react-i18next";
import { useAccountActs, type AccountLine } from "../api/people.ts";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";

/** Takes a second factor away from whoever has lost phone and spare codes. */
export function LostFactor({ account }: { account: AccountLine }) {
  const { t } = useTranslation("factor");
  const { takeFactor } = useAccountActs(account.id);
  return (
    <>
      <p className="acts">
        <SureButton
          label={t("lost")}
          question={t("lostSure", { name: account.name })}
          isBusy={takeFactor.isPending}
          act={() => takeFactor.mutate()}
        />
      </p>
      {takeFactor.isSuccess && (
        <p className="small" role="status">
          {t("lostDone")}
        </p>
      )}
      <Refused error={takeFactor.error} />
    </>
  );
}
