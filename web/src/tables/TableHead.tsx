type Props = {
  titles: readonly string[];
  /** Whether the last column holds what one can do: it stands at the right, like figures. */
  hasActs?: boolean;
  isHidden?: boolean;
};

/** The names of a table's columns. */
export function TableHead({ titles, hasActs = false, isHidden = false }: Props) {
  const last = hasActs ? titles.at(-1) : undefined;
  return (
    <thead className={isHidden ? "sr" : undefined}>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col" className={title === last ? "num" : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}
