import { useTranslation } from "react-i18next";
import { useSeals, type SealState } from "../api/health.ts";
import { CopyButton } from "../app/CopyButton.tsx";
import { clockText } from "../app/instant.ts";
import { figure } from "../marks/format.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";

const isTrail = ({ room, table }: SealState): boolean => room === "people" && table === "audit";

/** How far the trail can no longer be changed unnoticed, and how anybody checks that. */
export function Seals() {
  const { t } = useTranslation("audit");
  const seals = useSeals();
  const trail = seals.data?.chains.find(isTrail);
  return (
    <section className="seals" aria-label={t("seals.title")}>
      {seals.isPending && <Waiting />}
      {seals.isError && <ProblemNotice error={seals.error} retry={() => void seals.refetch()} />}
      {trail && <Standing trail={trail} />}
      {trail?.last && <Check last={trail.last} />}
    </section>
  );
}

function Standing({ trail }: { trail: SealState }) {
  const { t } = useTranslation("audit");
  const { sealed, unsealed, last } = trail;
  const figures = last && {
    ...{ sealed: figure(sealed), upTo: figure(last.toId), at: clockText(last.at) },
  };
  return (
    <p>
      <i className={last ? "mk yes" : "mk maybe"} aria-hidden="true" />
      <span>
        {figures ? t("seals.sealed", figures) : t("seals.none")}{" "}
        <span className="muted">
          {unsealed > 0 ? t("seals.unsealed", { count: unsealed }) : t("seals.allSealed")}
        </span>
      </span>
    </p>
  );
}

function Check({ last }: { last: NonNullable<SealState["last"]> }) {
  const { t } = useTranslation("audit");
  const { number, hash } = last;
  const words = { copy: t("seals.copy"), copied: t("seals.copied"), failed: t("seals.copyFailed") };
  return (
    <details>
      <summary>{t("seals.keep")}</summary>
      <p className="muted">{t("seals.keepText")}</p>
      <p className="small faint">{t("seals.head", { number: figure(number) })}</p>
      <pre>zhibu db verify --head {hash}</pre>
      <CopyButton text={hash} words={words} />
    </details>
  );
}
