import { bilingual, type Bilingual, type Locale } from "../../../base/message.ts";
import type { ClauseKind } from "../clause.ts";

/** What the kinds of clauses are called. */
export const kindWords: Readonly<Record<ClauseKind, Bilingual>> = {
  preamble: bilingual("前言", "preamble"),
  general: bilingual("总则", "general part"),
  part: bilingual("部分", "parts"),
  chapter: bilingual("章", "chapters"),
  section: bilingual("节", "sections"),
  article: bilingual("目", "articles"),
  group: bilingual("组", "groups"),
  item: bilingual("项", "items"),
  point: bilingual("点", "points"),
  list: bilingual("清单", "list"),
  task: bilingual("任务", "tasks"),
  law: bilingual("依据", "laws"),
  table: bilingual("表", "tables"),
  row: bilingual("行", "rows"),
  note: bilingual("注", "notes"),
};

/** Counts by kind, as `miscounted` writes them, in words: "4 part" is "4 个部分". */
export const kindsNamed = (counts: string, locale: Locale): string =>
  counts.replace(/[a-z]+/g, (kind) => kindWords[kind as ClauseKind]?.[locale] ?? kind);
