import { useEffect, type RefObject } from "react";

const fields = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** The slash key goes to the search field, wherever nothing is being written. */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof HTMLElement && fields.has(event.target.tagName);
      if (event.key !== "/" || isWriting) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [input]);
}
