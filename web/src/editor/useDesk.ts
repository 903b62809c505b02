import { useCallback, useEffect, useReducer, useRef } from "react";
import type { PackTexts } from "../../../src/policy/contract.ts";
import { openLink, type Link } from "./desk/link.ts";
import type { Chosen } from "./desk/trial.ts";
import { hear, nothingSaid } from "./state.ts";

/** A check waits so long for the next key: nobody reads findings between two letters. */
const restMs = 150;

/** Opens the desk of one measure in a worker of its own, and closes it with the page. */
export function useDesk(texts: PackTexts, measure: string) {
  const [state, tell] = useReducer(hear, nothingSaid);
  const link = useRef<Link>(undefined);
  useEffect(() => {
    const place = { pack: texts.pack, measure };
    const opened = openLink(
      { kind: "open", files: texts.files, place },
      { answer: tell, gaveUp: () => tell({ kind: "gaveUp" }) },
    );
    link.current = opened;
    return () => opened.close();
  }, [texts, measure]);
  const format = useCallback((text: string) => link.current?.ask({ kind: "format", text }), []);
  const look = useCallback(
    (text: string, chosen: Chosen) => link.current?.ask({ kind: "look", text, chosen }),
    [],
  );
  return { state, format, look };
}

/** Asks the desk about the draft and the chosen case, whenever one of them has changed. */
export function useLook(
  look: (text: string, chosen: Chosen) => void,
  text: string,
  chosen: Chosen,
): void {
  useEffect(() => {
    const timer = setTimeout(() => look(text, chosen), restMs);
    return () => clearTimeout(timer);
  }, [look, text, chosen]);
}
