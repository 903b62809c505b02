import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ClausePage as Page } from "../../../src/policy/contract.ts";
import { useClause } from "../api/corpus.ts";
import { useSay } from "../app/useSay.ts";
import { useTitle } from "../app/useTitle.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { useDocumentTitle } from "./useDocumentTitle.ts";
import "../styles/report.css";
import "../styles/pages.css";
import "../styles/policies.css";

/** One clause with its words, where it stands, and what of the pack rests on it. */
export function ClausePage() {
  const { t } = useTranslation("texts");
  const { document, item } = useParams({ from: "/policies/texts/$document/$item" });
  const clause = useClause(document, item);
  const { title, short } = useDocumentTitle()(document);
  const name = clause.data?.heading || `${short}·${item}`;
  useTitle(name);
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/policies/texts">{t("title")}</Link>
        <span>
          <Link to="/policies/texts/$document" params={{ document }}>
            {title}
          </Link>
        </span>
        {clause.data?.above.map((one) => (
          <span key={one.item}>
            <Link to="/policies/texts/$document/$item" params={{ document, item: one.item }}>
              {one.heading || one.item}
            </Link>
          </span>
        ))}
      </p>
      <header className="head">
        <h1 lang="zh-CN">{name}</h1>
      </header>
      {clause.isPending && <Waiting />}
      {clause.isError && <ProblemNotice error={clause.error} retry={() => void clause.refetch()} />}
      {clause.isSuccess && <Clause page={clause.data} />}
    </main>
  );
}

function Clause({ page }: { page: Page }) {
  const { t } = useTranslation("texts");
  return (
    <div className="law">
      <article>
        {page.text && (
          <blockquote className="clause" lang="zh-CN">
            {page.text}
          </blockquote>
        )}
        <Below page={page} />
      </article>
      <aside className="aside">
        <h2>{t("citing")}</h2>
        <Citing citing={page.citing} />
        <p className="meta hash">
          {t("hash")} <code title={page.sha256}>{page.sha256.slice(0, 16)}</code>
        </p>
      </aside>
    </div>
  );
}

/** What the clause is divided into. */
function Below({ page: { document, below } }: { page: Page }) {
  const { t } = useTranslation("texts");
  if (below.length === 0) return null;
  return (
    <>
      <div className="part">
        <h2>{t("below")}</h2>
        <span className="small n">{below.length}</span>
      </div>
      <ul className="clauses" lang="zh-CN">
        {below.map(({ item, heading, cited }) => (
          <li key={item}>
            <span className="n faint">{item}</span>{" "}
            <Link to="/policies/texts/$document/$item" params={{ document, item }}>
              {heading || t("untitled")}
            </Link>{" "}
            {cited > 0 && <span className="small c-yes">{t("citedBy", { count: cited })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

type Citing = Page["citing"][number];

/** Where what rests on the clause is shown; tasks and campaigns have no page of their own. */
function CitingName({ line: { kind, id, title } }: { line: Citing }) {
  const say = useSay();
  const [document = "", item = ""] = id.split("/");
  if (kind === "measure") {
    return (
      <Link to="/policies/$document/$item" params={{ document, item }}>
        {say(title)}
      </Link>
    );
  }
  if (kind === "card") {
    return (
      <Link to="/policies/cards/$document/$item" params={{ document, item }}>
        {say(title)}
      </Link>
    );
  }
  return <>{say(title)}</>;
}

const marks = { verified: "yes", differs: "stop" } as const;

/** What rests on the clause, and whether the clause is still what it was made from. */
function Citing({ citing }: { citing: readonly Citing[] }) {
  const { t } = useTranslation("texts");
  if (citing.length === 0) return <p className="small faint">{t("citedByNone")}</p>;
  return (
    <ul className="asidelist">
      {citing.map((line) => (
        <li key={`${line.kind} ${line.id}`}>
          <CitingName line={line} />
          <p className={line.state === "verified" ? "small faint" : "small c-stop"}>
            <i className={`mk ${marks[line.state]}`} aria-hidden="true" />{" "}
            {t(`states.${line.state}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
