import { useState } from "react";

type Words = { copy: string; copied: string; failed: string };
type Props = { text: string; words: Words; className?: string };

/** Copies a text, and says whether that was possible: a browser may forbid it. */
export function CopyButton({ text, words, className = "btn plain" }: Props) {
  const [state, setState] = useState<keyof Words>("copy");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <button type="button" className={className} onClick={() => void copy()}>
      <span role="status">{words[state]}</span>
    </button>
  );
}
