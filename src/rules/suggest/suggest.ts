import { bilingual, type Bilingual } from "../../base/message.ts";
import { unitNames, unitSymbol } from "../../base/unit.ts";
import type { FactDefinition, Measure } from "../contract/pack.ts";
import type { PackSource } from "../source.ts";
import { formWords, functionWords, type Spoken } from "./functions.ts";

export type SuggestionKind =
  | "fact"
  | "parameter"
  | "let"
  | "function"
  | "word"
  | "unit"
  | "option"
  | "register";

/** A name that an author may write, and what there is to say of it. */
export type Suggestion = {
  readonly kind: SuggestionKind;
  /** As it is written. */
  readonly text: string;
  readonly label: Bilingual;
  /** What stands behind it: its question, its value, an example. */
  readonly means?: Bilingual;
  /** Of a fact. */
  readonly type?: FactDefinition["type"];
  readonly unit?: string;
  /** Of an option: the fact that may hold it. */
  readonly of?: string;
};

function factSuggestion(fact: FactDefinition): Suggestion {
  const { id, type, label, question, unit } = fact;
  const base = { kind: "fact", text: id, label, type } as const;
  return { ...base, ...(question && { means: question }), ...(unit && { unit }) };
}

const optionsOf = ({ id, options = [] }: FactDefinition): Suggestion[] =>
  options.map((option) => ({ kind: "option", text: option.id, label: option.label, of: id }));

const spoken =
  (kind: "function" | "word") =>
  ([text, { form, means }]: [string, Spoken]): Suggestion => ({
    kind,
    text,
    label: means,
    means: bilingual(form, form),
  });

const unitSuggestion = (text: string): Suggestion => {
  const { zh, en } = unitSymbol(text);
  return { kind: "unit", text, label: bilingual(zh || "无单位的数", en || "a pure number") };
};

/** What any rule of a pack may name: facts, options, registers, functions, forms and units. */
export function suggestionsOf(pack: Pick<PackSource, "facts" | "registers">): Suggestion[] {
  const facts = pack.facts.map(({ value }) => value);
  const registers = pack.registers.map(({ value: { id, title } }): Suggestion => ({
    kind: "register",
    text: id,
    label: title,
  }));
  return [
    ...facts.map(factSuggestion),
    ...facts.flatMap(optionsOf),
    ...registers,
    ...Object.entries(functionWords).map(spoken("function")),
    ...Object.entries(formWords).map(spoken("word")),
    ...[...unitNames, "date"].map(unitSuggestion),
  ];
}

/** What the rules of one measure may name beside: its parameters and its `let` values. */
export function ownSuggestions({ parameters = {}, rules = [] }: Measure): Suggestion[] {
  const figures = Object.entries(parameters).map(([text, { title, unit, values }]): Suggestion => {
    const figure = values.map(({ value }) => [value].flat().join("–")).join(" · ");
    const sign = unitSymbol(unit);
    const means = bilingual(`${figure} ${sign.zh}`.trim(), `${figure} ${sign.en}`.trim());
    return { kind: "parameter", text, label: title ?? bilingual(text, text), means, unit };
  });
  const lets = rules.flatMap(({ let: values = {} }) =>
    Object.entries(values).map(([text, value]): Suggestion => {
      const written = value.trim();
      return { kind: "let", text, label: bilingual(written, written) };
    }),
  );
  return [...figures, ...lets];
}
