import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CorpusPage } from "../../../src/policy/contract.ts";
import { instantText } from "../marks/format.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";

type Line = CorpusPage["documents"][number];

const figures = ["clauses", "verified", "differs", "notImported"] as const;

function Row({ line }: { line: Line }) {
  const { t } = useTranslation("texts");
  const titleOf = useDocumentTitle();
  const { document, importedAt } = line;
  const { title } = titleOf(document);
  return (
    <tr>
      <th scope="row">
        {importedAt === undefined ? (
          title
        ) : (
          <Link to="/policies/texts/$document" params={{ document }}>
            {title}
          </Link>
        )}
      </th>
      <td>
        {importedAt === undefined ? (
          <span className="unk">{t("notImported")}</span>
        ) : (
          <span className="n">{instantText(importedAt)}</span>
        )}
      </td>
      {figures.map((figure) => (
        <td
          key={figure}
          className={figure === "differs" && line.differs > 0 ? "num c-stop" : "num"}
        >
          {figure === "clauses" && importedAt === undefined ? "" : line[figure]}
        </td>
      ))}
    </tr>
  );
}

/** The documents of the pack: which are imported, and how the citations stand against them. */
export function DocumentTable({ documents }: { documents: readonly Line[] }) {
  const { t } = useTranslation("texts");
  return (
    <section>
      <div className="part">
        <h2>{t("documents")}</h2>
        <span className="small n">{documents.length}</span>
      </div>
      <div className="scroller" tabIndex={0} role="group" aria-label={t("documents")}>
        <table className="texts">
          <caption className="sr">{t("documents")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("columns.title")}</th>
              <th scope="col">{t("columns.imported")}</th>
              {figures.map((figure) => (
                <th key={figure} scope="col" className="num">
                  {t(`columns.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {documents.map((line) => (
              <Row key={line.document} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
