import { useState } from "react";
import { keepDraft, keptDraft, type Draft } from "./drafts.ts";

/**
 * The words typed into a form. They outlast a session that ends in between, so that signing in
 * again loses nothing. Never for passwords or codes.
 */
export function useDraft<Form extends Draft>(name: string, empty: Form) {
  const [draft, setDraft] = useState(() => keptDraft(name, empty));
  const put = (next: Form) => {
    setDraft(next);
    keepDraft(name, next);
  };
  return {
    draft,
    change: (part: Partial<Form>) => put({ ...draft, ...part }),
    clear: () => {
      setDraft(empty);
      keepDraft(name, undefined);
    },
  };
}
