/** A field that two people have looked at: as it was opened, as it stands, as one would have it. */
export type Difference<Field extends string> = {
  readonly field: Field;
  readonly was: string;
  readonly now: string;
  readonly yours: string;
};

type Values<Field extends string> = Readonly<Record<Field, string>>;

/** What differs between three states of the same thing, in the order of its fields. */
export function differencesOf<Field extends string>(
  was: Values<Field>,
  now: Values<Field>,
  yours: Values<Field>,
): Difference<Field>[] {
  const fields = Object.keys(was) as Field[];
  return fields
    .map((field) => ({ field, was: was[field], now: now[field], yours: yours[field] }))
    .filter((line) => line.was !== line.now || line.yours !== line.now);
}
