import { useEffect, useState } from "react";
import { keepDraft, keptDraft, type Draft } from "./drafts.ts";

/**
 * The words typed into a form. They outlast a session that ends in between, so that signing in
 * again loses nothing. Never for passwords or codes.
 */
export function useDraft<Form extends Draft>(name: string, empty: Form) {
  const [{ draft, isTyped }, setState] = useState(() => ({
    draft: keptDraft(name, empty),
    isTyped: false,
  }));
  useEffect(() => {
    if (isTyped) keepDraft(name, draft);
  }, [name, draft, isTyped]);
  return {
    draft,
    // Two fields may be filled before the page is drawn again: neither may lose the other.
    change: (part: Partial<Form>) =>
      setState((now) => ({ draft: { ...now.draft, ...part }, isTyped: true })),
    clear: () => {
      setState({ draft: empty, isTyped: false });
      keepDraft(name, undefined);
    },
  };
}
