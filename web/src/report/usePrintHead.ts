import { useEffect } from "react";

/** `mark` is the word across a synthetic sheet; a real one has none. */
type PrintHead = { left: string; right: string; foot: string; mark?: string };

const quoted = (text: string): string => JSON.stringify(text);

/**
 * Gives the printed sheet its running head and foot; the style sheet reads them as custom
 * properties.
 */
export function usePrintHead({ left, right, foot, mark }: PrintHead): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const texts = { left, right, foot, ...(mark && { mark }) };
    for (const [name, text] of Object.entries(texts)) {
      style.setProperty(`--print-${name}`, quoted(text));
    }
    return () => {
      for (const name of Object.keys(texts)) style.removeProperty(`--print-${name}`);
    };
  }, [left, right, foot, mark]);
}
