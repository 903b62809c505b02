import { useTranslation } from "react-i18next";
import type { PackLine } from "../../../src/policy/contract.ts";
import type { Measures } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";
import { SelectField, type Choice } from "../forms/SelectField.tsx";
import { FilterField } from "../tables/FilterField.tsx";
import { countsOf, type Facet, type PolicyChoice } from "./filter.ts";

export type LawBook = { pack: PackLine; measures: Measures };

type Props = { book: LawBook; choice: PolicyChoice; change: (choice: PolicyChoice) => void };

/** A value of a facet in words, under its heading where it has one. */
type Value = Choice;

const standings = ["full", "pilot", "exploratory"] as const;
const facets = ["mechanism", "standing", "agency", "addressee", "concern", "document"] as const;

function useValues({ pack, measures: { measures, concerns } }: LawBook): Record<Facet, Value[]> {
  const { t } = useTranslation(["policies", "marks"]);
  const say = useSay();
  const agencies = new Map(measures.flatMap(({ lead }) => lead).map((one) => [one.id, one.title]));
  const addressees = new Set(measures.flatMap((line) => line.addressees));
  return {
    document: pack.documents.map(({ id, short }) => ({ value: id, label: say(short) })),
    mechanism: pack.documents.flatMap(({ short, mechanisms }) =>
      mechanisms.map(({ id, title }) => ({ value: id, label: say(title), heading: say(short) })),
    ),
    standing: standings.map((value) => ({ value, label: t(`marks:standings.${value}`) })),
    agency: [...agencies].map(([value, title]) => ({ value, label: say(title) })),
    addressee: [...addressees].map((value) => ({ value, label: t(`addressees.${value}`) })),
    concern: concerns.map(({ id, heading, title }) => ({
      ...{ value: id, label: say(title), heading: say(heading.title) },
    })),
  };
}

type FieldProps = Props & { facet: Facet; values: readonly Value[] };

/** One facet: only what would leave something is offered, with how much it would leave. */
function FacetField({ facet, values, book, choice, change }: FieldProps) {
  const { t } = useTranslation("policies");
  const counts = countsOf(book.measures.measures, choice, facet);
  const offered = values.filter(({ value }) => counts.has(value) || choice[facet] === value);
  const choices = offered.map((one) => ({
    ...one,
    label: t("withCount", { name: one.label, count: counts.get(one.value) ?? 0 }),
  }));
  return (
    <SelectField
      label={t(`facets.${facet}`)}
      value={choice[facet]}
      choices={[{ value: "", label: t("anyOf") }, ...choices]}
      change={(value) => change({ ...choice, [facet]: value })}
    />
  );
}

/** Narrows the law book; each list tells what the other choices leave. */
export function PolicyFilters(props: Props) {
  const { t } = useTranslation("policies");
  const { choice, change } = props;
  const values = useValues(props.book);
  return (
    <form className="sieve law-sieve" role="search" aria-label={t("filters")}>
      <FilterField
        label={t("find")}
        words={choice.words}
        change={(words) => change({ ...choice, words })}
      />
      {facets.map((facet) => (
        <FacetField key={facet} {...props} facet={facet} values={values[facet]} />
      ))}
    </form>
  );
}
