import { useEffect, useEffectEvent } from "react";
import type { OutlineEditor } from "./useOutline.ts";

const fields = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** Takes steps back and does them again by the keys that all know, except while one types. */
export function useEditKeys({ undo, redo, takeAway }: OutlineEditor): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && fields.has(event.target.tagName)) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && (key === "z" || key === "y")) {
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    }
    if (key === "delete") takeAway();
  });
  useEffect(() => {
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
