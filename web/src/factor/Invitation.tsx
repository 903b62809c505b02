import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FactorInvitation, useFactorActs } from "../api/factor.ts";
import { CopyButton } from "../app/CopyButton.tsx";
import { FormActs } from "../forms/FormActs.tsx";
import { NotProved } from "../forms/NotProved.tsx";
import { FactorField } from "./FactorField.tsx";
import { FirstHeading } from "./FirstHeading.tsx";
import { pictureOf } from "./picture.ts";

type Props = {
  invitation: FactorInvitation;
  confirm: ReturnType<typeof useFactorActs>["confirm"];
  leave: () => void;
};

/** An app is set up by the picture, the link or the secret, and shows that it is by its code. */
export function Invitation({ invitation, confirm, leave }: Props) {
  const { t } = useTranslation("factor");
  const [factorCode, setCode] = useState("");
  const copying = { copied: t("copied"), failed: t("copyFailed") };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirm.mutate({ factorCode }, { onError: () => setCode("") });
  };
  return (
    <form className="form boxed factor" onSubmit={submit}>
      <FirstHeading text={t("scanTitle")} />
      <p>{t("scan")}</p>
      <Picture text={invitation.address} />
      <p className="acts">
        <a className="btn" href={invitation.address}>
          {t("open")}
        </a>
        <CopyButton text={invitation.secret} words={{ copy: t("copySecret"), ...copying }} />
      </p>
      <p className="secret">
        <span className="small muted">{t("secret")}</span>
        <code>{inGroups(invitation.secret)}</code>
      </p>
      <h3>{t("codeTitle")}</h3>
      <FactorField code={factorCode} change={setCode} isAppOnly />
      <NotProved error={confirm.error} />
      <FormActs
        label={t("confirm")}
        busy={t("confirming")}
        isBusy={confirm.isPending}
        leave={{ label: t("leave"), act: leave }}
      />
    </form>
  );
}

/** A long secret is typed without losing one's place. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? "";

function Picture({ text }: { text: string }) {
  const { t } = useTranslation("factor");
  const { path, side } = pictureOf(text);
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t("picture")}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
