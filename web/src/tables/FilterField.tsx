type Props = { label: string; words: string; change: (words: string) => void };

/** Narrows a list by words; the list itself tells how many are left. */
export function FilterField({ label, words, change }: Props) {
  return (
    <input
      type="search"
      className="filter"
      aria-label={label}
      placeholder={label}
      value={words}
      onChange={({ target }) => change(target.value)}
    />
  );
}
