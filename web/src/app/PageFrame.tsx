import type { ReactNode } from "react";
import { useTitle } from "./useTitle.ts";

type Props = {
  title: string;
  /** The tabs among which the page stands, or the way that leads to it. */
  above: ReactNode;
  /** What the page is for, or what it comes to. */
  lede?: ReactNode;
  /** What can be done with the whole page. */
  acts?: ReactNode;
  children: ReactNode;
};

/** A page: where it stands, its name and what it is for, then what it holds. */
export function PageFrame({ title, above, lede, acts, children }: Props) {
  useTitle(title);
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      {above}
      <header className="head">
        <div>
          <h1>{title}</h1>
          {lede && <p className="muted">{lede}</p>}
        </div>
        {acts && <div className="filters">{acts}</div>}
      </header>
      {children}
    </main>
  );
}
