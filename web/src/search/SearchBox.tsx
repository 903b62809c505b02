import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { SearchHits } from "./SearchHits.tsx";
import { useSearchField } from "./useSearchField.ts";
import { useSlashKey } from "./useSlashKey.ts";

/** One field for addresses, buildings, blocks and measures; arrows choose, Enter goes there. */
export function SearchBox({ size }: { size: "small" | "big" }) {
  const { t } = useTranslation("map");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { words, found, at, isShown, note, setOpen, type, press, choose } = useSearchField();
  useSlashKey(input);
  return (
    <div className="search" role="search">
      <div className={size === "big" ? "find big-find sheet" : "find"}>
        <input
          ref={input}
          role="combobox"
          aria-label={t("search")}
          aria-expanded={isShown}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          {...(isShown && found[at] && { "aria-activedescendant": `${id}-${at}` })}
          placeholder={t("search")}
          value={words}
          autoComplete="off"
          onChange={({ target }) => type(target.value)}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          onFocus={() => setOpen(true)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      {isShown && <SearchHits id={id} found={found} at={at} note={note} choose={choose} />}
    </div>
  );
}
