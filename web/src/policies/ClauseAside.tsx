import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";

type Props = { page: MeasurePage };

/** The clause itself where an operator has imported it; and whether its hash is the rule's. */
function Clause({ page: { clause, measure } }: Props) {
  const { t } = useTranslation("policies");
  return (
    <section>
      <h2>{t("clause")}</h2>
      {clause ? (
        <>
          <blockquote className="clause" lang="zh-CN">
            {clause.text}
          </blockquote>
          <p className={clause.verified ? "small faint" : "small c-stop"}>
            <i className={`mk ${clause.verified ? "yes" : "stop"}`} aria-hidden="true" />{" "}
            {clause.verified ? t("clauseVerified") : t("clauseDiffers")}
          </p>
        </>
      ) : (
        <p className="small faint">{t("clauseAbsent")}</p>
      )}
      <p className="meta hash">
        {t("hash")} <code>{measure.cite.sha256.slice(0, 16)}</code>
      </p>
    </section>
  );
}

function Combinations({ page }: Props) {
  const { t } = useTranslation("policies");
  const say = useSay();
  if (page.combinations.length === 0) return null;
  return (
    <section>
      <h2>{t("combinations")}</h2>
      <ul className="asidelist">
        {page.combinations.map(({ id, because }) => (
          <li key={id}>{say(because)}</li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ page }: Props) {
  const { t } = useTranslation("policies");
  return (
    <section>
      <h2>{t("cases")}</h2>
      {page.cases.length === 0 ? (
        <p className="small faint">{t("noCases")}</p>
      ) : (
        <>
          <p className="small faint">{t("caseCount", { count: page.cases.length })}</p>
          <ul className="asidelist" lang="zh-CN">
            {page.cases.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/**
 * Beside the rules: the clause, what it goes together with, and the cases that hold the rules to
 * it.
 */
export function ClauseAside({ page }: Props) {
  return (
    <aside className="aside">
      <Clause page={page} />
      <Combinations page={page} />
      <Cases page={page} />
    </aside>
  );
}
