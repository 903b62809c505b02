import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
  ClausePage,
  CorpusPage,
  DocumentPage,
  SearchPage,
} from "../../../src/policy/contract.ts";
import { call, get } from "./call.ts";

const readCorpus = get<CorpusPage>("/api/v1/policy/corpus");
const searchCorpus = get<SearchPage>("/api/v1/policy/corpus/search");
const readDocument = get<DocumentPage>("/api/v1/policy/corpus/:document");
const readClause = get<ClausePage>("/api/v1/policy/corpus/:document/:item");

/** Which texts are there, how the citations stand, and what has been raised. */
export const useCorpus = () =>
  useQuery({
    queryKey: ["policy", "corpus"],
    queryFn: ({ signal }) => call(readCorpus, { signal }),
  });

/** Asked only with words; the former finds stay on screen meanwhile. */
export const useCorpusSearch = (words: string, document: string) =>
  useQuery({
    queryKey: ["policy", "corpus", "search", words, document],
    queryFn: ({ signal }) =>
      call(searchCorpus, { query: { q: words, document: document || undefined }, signal }),
    placeholderData: keepPreviousData,
    enabled: words.trim() !== "",
  });

export const useDocument = (document: string) =>
  useQuery({
    queryKey: ["policy", "corpus", "documents", document],
    queryFn: ({ signal }) => call(readDocument, { params: { document }, signal }),
  });

export const useClause = (document: string, item: string) =>
  useQuery({
    queryKey: ["policy", "corpus", "documents", document, item],
    queryFn: ({ signal }) => call(readClause, { params: { document, item }, signal }),
  });
