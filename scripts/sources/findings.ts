/** What the linter says of the sources that it was given, as far as it is read here. */
export type Told = {
  readonly diagnostics: readonly Diagnostic[];
  readonly number_of_files: number;
};

type Diagnostic = {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly help?: string;
  readonly labels?: readonly { readonly span: { readonly line: number } }[];
};

/** A tool that saw less than it was given has not found that the rest is clean. */
const isWhole = (given: readonly string[], told: Told): boolean =>
  told.number_of_files === given.length;

/** The sources that cannot be taken as clean: what is found in none of them may concern all. */
export function faultyAmong(given: readonly string[], told: Told): ReadonlySet<string> {
  const known = new Set(given);
  const found = told.diagnostics.map(({ filename }) => filename);
  const isOfAll = !isWhole(given, told) || found.some((path) => !known.has(path));
  return isOfAll ? known : new Set(found);
}

const tellOne = ({ filename, labels = [], message, code = "", help }: Diagnostic): string => {
  const line = labels[0] ? `:${labels[0].span.line}` : "";
  return `${filename}${line} ${message} ${code}${help ? `\n    ${help}` : ""}`;
};

/** All that was found, a line each; and, if that is so, that not all was looked at. */
export const tell = (given: readonly string[], told: Told): readonly string[] => [
  ...told.diagnostics.map(tellOne),
  ...(isWhole(given, told)
    ? []
    : [`the linter saw ${told.number_of_files} of ${given.length} sources`]),
];
