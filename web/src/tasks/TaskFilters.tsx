import { useTranslation } from "react-i18next";
import type { TaskList } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { SelectField } from "../forms/SelectField.tsx";
import { kinds, states, type TaskChoice } from "./filter.ts";

type Props = { list: TaskList; choice: TaskChoice; change: (choice: TaskChoice) => void };

/** Narrows the tasks by owner, document, kind and state. */
export function TaskFilters({ list, choice, change }: Props) {
  const { t } = useTranslation(["tasks", "policies"]);
  const say = useSay();
  const any = { value: "", label: t("policies:anyOf") };
  const named = (lines: TaskList["owners"]) =>
    lines.map(({ id, title }) => ({ value: id, label: say(title) }));
  const fields = {
    owner: named(list.owners),
    document: named(list.documents),
    kind: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    state: states.map((value) => ({ value, label: t(`policies:states.${value}`) })),
  };
  return (
    <form className="sieve law-sieve" role="search" aria-label={t("filters")}>
      {(["owner", "document", "kind", "state"] as const).map((name) => (
        <SelectField
          key={name}
          label={t(`facets.${name}`)}
          value={choice[name]}
          choices={[any, ...fields[name]]}
          change={(value) => change({ ...choice, [name]: value })}
        />
      ))}
    </form>
  );
}
