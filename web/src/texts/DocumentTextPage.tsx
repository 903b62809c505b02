import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDocument } from "../api/corpus.ts";
import { useTitle } from "../app/useTitle.ts";
import { instantText } from "../marks/format.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
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
  useTitle(title);
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <p className="crumb">
        <Link to="/policies/texts">{t("title")}</Link>
      </p>
      <header className="head">
        <div>
          <h1>{title}</h1>
          {document.isSuccess && (
            <p className="muted">
              {t("documentLede", {
                count: document.data.clauses.length,
                cited: document.data.clauses.filter(({ cited }) => cited > 0).length,
                at: instantText(document.data.importedAt),
              })}
            </p>
          )}
        </div>
      </header>
      {document.isPending && <Waiting />}
      {document.isError && (
        <ProblemNotice error={document.error} retry={() => void document.refetch()} />
      )}
      {document.isSuccess && (
        <Branches branches={treeOf(document.data.clauses)} document={id} depth={1} />
      )}
    </main>
  );
}

type Props = { branches: readonly Branch[]; document: string; depth: number };

/** Only the outermost division stands open: a plan has hundreds of clauses. */
function Branches({ branches, document, depth }: Props) {
  return (
    <ul className="clauses" lang="zh-CN">
      {branches.map((branch) => (
        <li key={branch.clause.item}>
          {branch.below.length === 0 ? (
            <ClauseRow branch={branch} document={document} />
          ) : (
            <details open={depth === 1}>
              <summary>
                <ClauseRow branch={branch} document={document} />
              </summary>
              <Branches branches={branch.below} document={document} depth={depth + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function ClauseRow({ branch: { clause }, document }: { branch: Branch; document: string }) {
  const { t } = useTranslation("texts");
  const { item, heading, cited } = clause;
  return (
    <>
      <span className="n faint">{item}</span>{" "}
      <Link to="/policies/texts/$document/$item" params={{ document, item }}>
        {heading || t("untitled")}
      </Link>{" "}
      {cited > 0 && <span className="small c-yes">{t("citedBy", { count: cited })}</span>}
    </>
  );
}
