import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDocument } from "../api/corpus.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { instantText } from "../marks/format.ts";
import { Fetched } from "../states/Fetched.tsx";
import { treeOf, type Branch } from "./tree.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";
import "../styles/pages.css";
import "../styles/policies.css";

/** A document as the tree of its clauses; which of them something rests on is told. */
export function DocumentTextPage() {
  const { t } = useTranslation("texts");
  const { document: id } = useParams({ from: "/policies/texts/$document" });
  const document = useDocument(id);
  const { title } = useDocumentTitle()(id);
  return (
    <PageFrame
      title={title}
      above={
        <p className="crumb">
          <Link to="/policies/texts">{t("title")}</Link>
        </p>
      }
      lede={
        document.isSuccess &&
        t("documentLede", {
          count: document.data.clauses.length,
          cited: document.data.clauses.filter(({ cited }) => cited > 0).length,
          at: instantText(document.data.importedAt),
        })
      }
    >
      <Fetched from={document}>
        {({ clauses }) => <Branches branches={treeOf(clauses)} document={id} depth={1} />}
      </Fetched>
    </PageFrame>
  );
}

type Props = { branches: readonly Branch[]; document: string; depth: number };

/** Only the outermost division stands open: a plan has hundreds of clauses. */
function Branches({ branches, document, depth }: Props) {
  const { t } = useTranslation("texts");
  return (
    <ul className="clauses" lang="zh-CN">
      {branches.map((branch) => (
        <li key={branch.clause.item}>
          {branch.below.length === 0 ? (
            <p>
              <ClauseLead clause={branch.clause} />
              <ToClause clause={branch.clause} document={document} />
              <Cited count={branch.clause.cited} />
            </p>
          ) : (
            <details open={depth === 1}>
              <summary>
                <ClauseLead clause={branch.clause} />
                {branch.clause.heading || t("untitled")} <Cited count={branch.clause.cited} />
              </summary>
              <p className="small whole">
                <ToClause clause={branch.clause} document={document} text={t("readWhole")} />
              </p>
              <Branches branches={branch.below} document={document} depth={depth + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

type Clause = Branch["clause"];

/** The number by which a clause is cited; what is only put together has none of its own. */
function ClauseLead({ clause: { item } }: { clause: Clause }) {
  return /^\d/.test(item) ? <span className="n faint">{item} </span> : null;
}

type ToProps = { clause: Clause; document: string; text?: string };

/** The way to a clause, by its heading or by what is said of it here. */
function ToClause({ clause: { item, heading }, document, text }: ToProps) {
  const { t } = useTranslation("texts");
  return (
    <Link to="/policies/texts/$document/$item" params={{ document, item }}>
      {text ?? (heading || t("untitled"))}
      {text && <span className="sr"> {heading || item}</span>}
    </Link>
  );
}

function Cited({ count }: { count: number }) {
  const { t } = useTranslation("texts");
  if (count === 0) return null;
  return <span className="small c-yes"> {t("citedBy", { count })}</span>;
}
