import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseChip } from "../marks/ClauseChip.tsx";
import { StandingMark } from "../marks/StandingMark.tsx";
import type { DeskState } from "./state.ts";

type Props = { page: MeasurePage; state: DeskState };

/** Where the rules come from: document and item, standing, and the clause where it is imported. */
function Source({ page: { measure, clause } }: { page: MeasurePage }) {
  const { t } = useTranslation("editor");
  const say = useSay();
  return (
    <>
      <p className="draftsource small">
        <span className="faint">{t("source")}</span>
        <ClauseChip measure={measure.id} label={say(measure.cite.label)} />
        <StandingMark standing={measure.standing} />
      </p>
      {clause && (
        <details className="proof">
          <summary>{t("clauseOpen")}</summary>
          <blockquote className="clause" lang="zh-CN">
            {clause.text}
          </blockquote>
        </details>
      )}
    </>
  );
}

/** Each rule as one sentence in the reader's language, beside its source. */
export function Sentences({ page, state }: Props) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const { seen, isStale } = state;
  return (
    <section className="sentences" aria-label={t("sentences")}>
      <div className="part">
        <h2>{t("sentences")}</h2>
      </div>
      <Source page={page} />
      {!seen && <p className="small faint">{t("noSentence")}</p>}
      {seen && isStale && <p className="small c-maybe">{t("stale")}</p>}
      {seen?.rules.map(({ id, title, sentence }) => (
        <div key={id} className={isStale ? "rulecard faint" : "rulecard"}>
          <h3>{say(title)}</h3>
          <p>{say(sentence)}</p>
        </div>
      ))}
    </section>
  );
}
