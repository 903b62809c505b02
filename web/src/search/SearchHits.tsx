import { useTranslation } from "react-i18next";
import type { Found } from "./useFoundThings.ts";

type Props = {
  id: string;
  found: readonly Found[];
  at: number;
  /** What to say instead of results. */
  note: string | undefined;
  choose: (index: number) => void;
};

export function SearchHits({ id, found, at, note, choose }: Props) {
  const { t } = useTranslation("map");
  if (note) {
    return (
      <div className="hits" id={`${id}-hits`} role="status">
        <p className="none">{note}</p>
      </div>
    );
  }
  return (
    <ul className="hits" id={`${id}-hits`} role="listbox" aria-label={t("searchResults")}>
      {found.map(({ key, title, kind }, index) => (
        <li
          key={key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          // The field keeps the focus, so that its blur does not close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(index)}
        >
          <span>{title}</span>
          <small>{kind}</small>
        </li>
      ))}
    </ul>
  );
}
