import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";

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
          <p className="small">
            <ClauseLink cite={measure.cite} />
          </p>
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

type Other = MeasurePage["combinations"][number]["others"][number];

/** The measures with which it meets. */
function Others({ others }: { others: readonly Other[] }) {
  const say = useSay();
  if (others.length === 0) return null;
  return (
    <ul className="links small">
      {others.map(({ id, title }) => {
        const [document = "", item = ""] = id.split("/");
        return (
          <li key={id}>
            <Link to="/policies/$document/$item" params={{ document, item }}>
              {say(title)}
            </Link>
          </li>
        );
      })}
    </ul>
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
        {page.combinations.map(({ id, stack, because, others }) => (
          <li key={id}>
            <b className="small">{t(`stacks.${stack}`)}</b>
            <p>{say(because)}</p>
            <Others others={others} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the rules: the clause, and what they go together with. */
export function ClauseAside({ page }: Props) {
  return (
    <aside className="aside">
      <Clause page={page} />
      <Combinations page={page} />
    </aside>
  );
}
