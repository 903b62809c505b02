import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useShownTitle } from "./useTitle.ts";

/** Whether the new page has put the focus somewhere itself, as the sign-in does. */
const isTaken = (): boolean =>
  document.getElementById("main")?.contains(document.activeElement) ?? false;

/**
 * Where keys and screen readers start on each page that is opened: its name is read out, and the
 * next key goes on behind it. It stands outside the page, which may still change while it loads.
 */
export function PageStart() {
  const title = useShownTitle();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const start = useRef<HTMLParagraphElement>(null);
  const last = useRef(path);
  useEffect(() => {
    const isFirst = last.current === undefined;
    if (last.current === path) return;
    last.current = path;
    if (!isFirst && !isTaken()) start.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <p className="sr" tabIndex={-1} ref={start} role="status">
      {title}
    </p>
  );
}
