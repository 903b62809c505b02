import type { Bilingual } from "../../../../src/base/message.ts";
import { invariant } from "../../../../src/base/invariant.ts";
import {
  formatFile,
  loadPackFiles,
  rememberingRead,
  type PackFiles,
} from "../../../../src/packs/browser.ts";
import {
  compileWithWarnings,
  ownSuggestions,
  runCases,
  sentence,
  suggestionsOf,
  type Diagnostic,
  type Measure,
  type PackSource,
  type Program,
  type Suggestion,
} from "../../../../src/rules/index.ts";
import { alone, caseNames, runChosen, type Chosen, type Run } from "./trial.ts";

/** Which measure of which pack is drafted. */
export type Place = { readonly pack: string; readonly measure: string };

export type RuleSeen = {
  readonly id: string;
  readonly title: Bilingual;
  readonly sentence: Bilingual;
};
export type CaseSeen = { readonly name: string; readonly differences: readonly Bilingual[] };

/** What a draft says that compiles. */
export type Seen = {
  readonly rules: readonly RuleSeen[];
  readonly cases: readonly CaseSeen[];
  readonly run: Run | undefined;
};

export type Look = {
  /** The first of them; `count` says how many there are. */
  readonly findings: readonly Diagnostic[];
  readonly count: number;
  /** What the draft itself names; absent where it cannot be read. */
  readonly own?: readonly Suggestion[];
  /** Absent where it does not compile. */
  readonly seen?: Seen;
};

export type Opened = {
  readonly path: string;
  readonly text: string;
  readonly words: readonly Suggestion[];
};

export type Formatted = { readonly text: string } | { readonly findings: readonly Diagnostic[] };

export type Desk = {
  readonly opened: Opened;
  readonly look: (text: string, chosen: Chosen) => Look;
  readonly format: (text: string) => Formatted;
};

/** More findings than anybody reads only cost time. */
const mostFindings = 100;

/** Opens one measure of a pack for drafting: what is said of a draft is what `pack check` says. */
export function openDesk(texts: PackFiles, { pack, measure }: Place): Desk | undefined {
  const read = rememberingRead();
  const source = loadPackFiles(texts, pack, { read });
  invariant(source.ok, "the pack in force can be read");
  const path = source.value.measures.find(({ value }) => value.id === measure)?.file;
  if (path === undefined) return undefined;
  const text = texts.get(path) ?? "";
  const load = (draft: string) => loadPackFiles(new Map([...texts, [path, draft]]), pack, { read });
  return {
    opened: { path, text, words: suggestionsOf(source.value) },
    look: (draft, chosen) => {
      const drafted = load(draft);
      if (!drafted.ok) return found(drafted.refusal);
      return lookAt(drafted.value, path, chosen);
    },
    format: (draft) => {
      const written = formatFile(path, path.slice(path.indexOf("/") + 1), draft);
      return written.ok ? { text: written.value } : { findings: written.refusal };
    },
  };
}

const found = (findings: readonly Diagnostic[]): Look => ({
  findings: findings.slice(0, mostFindings),
  count: findings.length,
});

function lookAt(source: PackSource, path: string, chosen: Chosen): Look {
  const { program, diagnostics } = compileWithWarnings(source);
  const measure = source.measures.find(({ file }) => file === path)?.value;
  return {
    ...found(diagnostics),
    ...(measure && { own: ownSuggestions(measure) }),
    ...(program && measure && { seen: seenIn(program, measure, chosen) }),
  };
}

function seenIn(program: Program, measure: Measure, chosen: Chosen): Seen {
  const { failures } = runCases(alone(program, measure), { engines: ["closures"] });
  const rules = program.rules.filter((rule) => rule.measure === measure.id);
  return {
    rules: rules.map(({ id, title }) => ({ id, title, sentence: sentence(program, id) })),
    cases: caseNames(program, measure).map((name) => ({
      name,
      differences: failures.filter((one) => one.case === name).map(({ message }) => message),
    })),
    run: runChosen(program, measure, chosen),
  };
}
