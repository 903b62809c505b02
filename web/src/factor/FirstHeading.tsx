import { useEffect, useRef } from "react";

/** The heading of what has just come up: whoever cannot see it is led there. */
export function FirstHeading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 tabIndex={-1} ref={heading}>
      {text}
    </h3>
  );
}
