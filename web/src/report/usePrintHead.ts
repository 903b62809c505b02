import { useEffect } from "react";

type PrintHead = { left: string; right: string; foot: string };

const quoted = (text: string): string => JSON.stringify(text);

/**
 * Gives the printed sheet its running head and foot; the style sheet reads them as custom
 * properties.
 */
export function usePrintHead({ left, right, foot }: PrintHead): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty("--print-left", quoted(left));
    style.setProperty("--print-right", quoted(right));
    style.setProperty("--print-foot", quoted(foot));
    return () => {
      for (const name of ["--print-left", "--print-right", "--print-foot"]) {
        style.removeProperty(name);
      }
    };
  }, [left, right, foot]);
}
