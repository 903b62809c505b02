import { useCallback, useState } from "react";
import { keepDraft, keptDraft } from "./kept.ts";

type Origin = { readonly path: string; readonly text: string; readonly encoding: string };

/** The text of a draft: begun from the pack or from what this browser keeps, and kept there. */
export function useDraftText({ path, text: original, encoding }: Origin) {
  const [begun] = useState(() => keptDraft(path) ?? { encoding, text: original });
  const [text, setText] = useState(begun.text);
  const [isKept, setIsKept] = useState(true);
  const change = useCallback(
    (next: string) => {
      setText(next);
      const draft = next === original ? undefined : { encoding: begun.encoding, text: next };
      setIsKept(keepDraft(path, draft));
    },
    [path, original, begun],
  );
  return { begun: begun.text, text, change, isKept, isOlder: begun.encoding !== encoding };
}
