import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; next?: ReactNode };

/** The third state: nothing is here yet, and what to do about it. */
export function Empty({ title, children, next }: Props) {
  return (
    <section className="notice">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {next && <p className="acts">{next}</p>}
    </section>
  );
}
