import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { SearchHit } from "../../../src/policy/contract.ts";
import { useCorpusSearch } from "../api/corpus.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { TextField } from "../forms/TextField.tsx";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { readTextsSearch } from "./search.ts";
import { segments } from "./segments.ts";
import { useDocumentTitle } from "./useDocumentTitle.ts";

/** Looks for words in the imported texts; what is looked for stands in the address. */
export function TextSearch({ imported }: { imported: readonly string[] }) {
  const { words = "", document = "" } = useSearch({ from: "/policies/texts" });
  return (
    <>
      <SearchForm key={words} words={words} document={document} imported={imported} />
      {words.trim() !== "" && <Finds words={words} document={document} />}
    </>
  );
}

type FormProps = { words: string; document: string; imported: readonly string[] };

function SearchForm({ words, document, imported }: FormProps) {
  const { t } = useTranslation("texts");
  const titleOf = useDocumentTitle();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(words);
  const go = (search: { words: string; document: string }) =>
    void navigate({
      ...{ to: "/policies/texts", search: readTextsSearch(search) },
      ...{ replace: true, resetScroll: false },
    });
  const send = (event: FormEvent) => {
    event.preventDefault();
    go({ words: typed.trim(), document });
  };
  return (
    <form className="sieve textsearch" role="search" aria-label={t("search")} onSubmit={send}>
      <TextField label={t("find")} type="search" value={typed} change={setTyped} />
      <SelectField
        label={t("inDocument")}
        value={document}
        choices={[
          { value: "", label: t("allTexts") },
          ...imported.map((value) => ({ value, label: titleOf(value).short })),
        ]}
        change={(value) => go({ words: typed.trim(), document: value })}
      />
      <button className="btn do">{t("go")}</button>
    </form>
  );
}

function Finds({ words, document }: { words: string; document: string }) {
  const { t } = useTranslation("texts");
  const finds = useCorpusSearch(words, document);
  if (finds.isPending) return <Waiting />;
  if (finds.isError) {
    return <ProblemNotice error={finds.error} retry={() => void finds.refetch()} />;
  }
  const { hits, found } = finds.data;
  if (hits.length === 0) return <Empty title={t("nothing", { words })}>{t("nothingText")}</Empty>;
  return (
    <section aria-busy={finds.isPlaceholderData}>
      <p className="found small" role="status">
        {t("found", { count: found, shown: hits.length })}
      </p>
      <h2 className="sr">{t("hits")}</h2>
      <ol className="finds">
        {hits.map((hit) => (
          <Hit key={`${hit.document} ${hit.item}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

function Hit({ hit: { document, item, heading, excerpt, marks } }: { hit: SearchHit }) {
  const titleOf = useDocumentTitle();
  return (
    <li className="rulecard" lang="zh-CN">
      <div className="lh">
        <h3>
          <Link to="/policies/texts/$document/$item" params={{ document, item }}>
            {heading || item}
          </Link>
        </h3>
        <span className="small faint">
          {titleOf(document).short}·{item}
        </span>
      </div>
      <p>
        {segments(excerpt, marks).map(({ text, isFound, start }) =>
          isFound ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
        )}
      </p>
    </li>
  );
}
