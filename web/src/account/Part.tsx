import { useId, type ReactNode } from "react";

type Props = { title: string; meta?: ReactNode; children: ReactNode };

/** A part of a page with its name, and at the other end of the line what it is good for. */
export function Part({ title, meta, children }: Props) {
  const id = useId();
  return (
    <section className="partition" aria-labelledby={id}>
      <div className="part">
        <h2 id={id}>{title}</h2>
        {meta && <span className="small">{meta}</span>}
      </div>
      {children}
    </section>
  );
}
