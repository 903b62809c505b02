import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { SearchHits } from "./SearchHits.tsx";
import { useFoundThings } from "./useFoundThings.ts";
import { useSlashKey } from "./useSlashKey.ts";

/** One field for addresses, buildings, blocks and measures; arrows choose, Enter goes there. */
export function SearchBox({ size }: { size: "small" | "big" }) {
  const { t } = useTranslation("map");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { found, state } = useFoundThings(words);
  useSlashKey(input);

  const leave = () => {
    setOpen(false);
    setWords("");
    setAt(0);
  };
  const step = (by: number) => setAt((at + by + found.length) % Math.max(1, found.length));
  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: leave,
    Enter: () => {
      found[at]?.go();
      leave();
    },
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || !isOpen) return;
    event.preventDefault();
    act();
  };
  const isShown = isOpen && words.trim() !== "";
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
          onChange={(event) => {
            setWords(event.target.value);
            setOpen(true);
            setAt(0);
          }}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          onFocus={() => setOpen(true)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      {isShown && (
        <SearchHits
          id={id}
          found={found}
          at={at}
          note={state(words)}
          choose={(index) => {
            found[index]?.go();
            leave();
          }}
        />
      )}
    </div>
  );
}
