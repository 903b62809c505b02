import { useTranslation } from "react-i18next";
import { useOrganisations } from "../api/organisations.ts";
import { useSay } from "../app/useSay.ts";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { SelectField } from "./SelectField.tsx";

type Props = {
  label: string;
  hint?: string;
  value: string;
  change: (path: string) => void;
  /** Which organisations may be chosen; all where it is absent. */
  mayChoose?: (path: string) => boolean;
};

const indent = (path: string): string => "　".repeat(path.split(".").length - 1);

/** One organisation of the tree, written as a tree. */
export function ScopeField({ label, hint, value, change, mayChoose = () => true }: Props) {
  const { t } = useTranslation("people");
  const say = useSay();
  const organisations = useOrganisations();
  if (organisations.isError) {
    return <ProblemNotice error={organisations.error} retry={() => void organisations.refetch()} />;
  }
  const known = (organisations.data?.organisations ?? []).filter(({ path }) => mayChoose(path));
  const choices = known.map(({ path, title }) => ({
    value: path,
    label: `${indent(path)}${say(title)}`,
  }));
  const none = { value: "", label: t("fields.chooseScope") };
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      choices={[none, ...choices]}
      change={change}
    />
  );
}
