/** Why a text is no document that can be read, by the line where that is seen. */
export type ReadRefusal =
  | { code: "text_empty" }
  | { code: "text_without_chinese"; percent: number }
  | { code: "text_without_items" }
  | { code: "item_out_of_order"; line: number; expected: number; found: number }
  | { code: "item_incomplete"; line: number; item: string; columns: number; expected: number }
  | { code: "ordinal_missing"; line: number; item: number }
  | {
      code: "ordinal_out_of_order";
      line: number;
      under: string;
      expected: number;
      found: number;
    };

/** Why a file is no text. */
export type BytesRefusal =
  | { code: "text_too_large"; bytes: number; limitBytes: number }
  | { code: "text_is_no_text"; form: string }
  | { code: "text_encoding_other"; encoding: string }
  | { code: "text_encoding_unknown" };

/** Why texts are not taken, or not found. */
export type CorpusRefusal =
  | ReadRefusal
  | BytesRefusal
  | { code: "document_unknown"; title: string; known: string }
  | { code: "document_undeclared"; document: string }
  | { code: "document_twice"; document: string }
  | { code: "document_miscounted"; document: string; expected: string; found: string }
  | { code: "document_not_imported"; document: string }
  | { code: "clause_missing"; document: string; item: string }
  | { code: "search_empty" }
  | { code: "search_too_wide"; words: number; limit: number };
