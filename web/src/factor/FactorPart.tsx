import { useTranslation } from "react-i18next";
import type { KnownAs } from "../api/account.ts";
import { useFactorActs } from "../api/factor.ts";
import type { SignedIn } from "../api/session.ts";
import { Part } from "../account/Part.tsx";
import { NotProved } from "../forms/NotProved.tsx";
import { HeldFactor } from "./HeldFactor.tsx";
import { Invitation } from "./Invitation.tsx";
import { SpareCodes } from "./SpareCodes.tsx";

type Props = { session: SignedIn; factor: KnownAs["factor"] };

/** One's own second factor: set up here, told its spare codes here, and removed here. */
export function FactorPart(props: Props) {
  const { t } = useTranslation("factor");
  return (
    <Part title={t("title")} meta={t("meta")}>
      <Stage {...props} />
    </Part>
  );
}

/** How far it is set up. What is told once stays until it is put away, whatever is known then. */
function Stage({ session, factor }: Props) {
  const { t } = useTranslation("factor");
  const { begin, confirm } = useFactorActs();
  const leave = () => {
    begin.reset();
    confirm.reset();
  };
  if (confirm.data) return <SpareCodes codes={confirm.data.spareCodes} leave={leave} />;
  if (begin.data) return <Invitation invitation={begin.data} confirm={confirm} leave={leave} />;
  if (factor) return <HeldFactor factor={factor} isStrong={session.session?.isStrong === true} />;
  const isOffered = session.signIn.factor && session.session?.means !== "demonstration";
  if (!isOffered) return <p className="nothing muted">{t("off")}</p>;
  return <NoFactor begin={begin} />;
}

function NoFactor({ begin }: Pick<ReturnType<typeof useFactorActs>, "begin">) {
  const { t } = useTranslation("factor");
  return (
    <>
      <p className="nothing muted">{t("none")}</p>
      <p className="acts">
        <button
          type="button"
          className="btn"
          disabled={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {begin.isPending ? t("beginning") : t("begin")}
        </button>
      </p>
      <NotProved error={begin.error} />
    </>
  );
}
