import type { Locale } from "../../base/message.ts";
import { unitSymbol } from "../../base/unit.ts";
import type { FactIr } from "../../rules/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { bookFor, packOption, type CommandContext } from "./context.ts";

function kindOf({ definition }: FactIr, locale: Locale): string {
  const { type, unit, options } = definition;
  if (options) return options.map(({ id, label }) => `${id}=${label[locale]}`).join(" | ");
  return unit ? `${type} ${unitSymbol(unit)[locale]}` : type;
}

const lineOf = (fact: FactIr, locale: Locale): string =>
  `${fact.id}  ${fact.definition.label[locale]}  [${kindOf(fact, locale)}]  ` +
  fact.definition.source.join(" > ");

function says({ id, definition }: FactIr, word: string): boolean {
  const { label, question, options = [] } = definition;
  const texts = [id, label.zh, label.en, question?.zh, question?.en];
  const labels = options.flatMap((option) => [option.id, option.label.zh, option.label.en]);
  return [...texts, ...labels].some((text) => text?.toLowerCase().includes(word));
}

/** `zhibu facts`: the dictionary, or the part of it that speaks of a word. */
export async function runFacts(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const word = String(call.options["query"] ?? "").toLowerCase();
  const facts = book.value.program.facts.filter((fact) => says(fact, word));
  const none = { zh: `字典里没有与“${word}”有关的事实`, en: `no fact speaks of "${word}"` };
  return {
    exit: 0,
    json: facts.map(({ definition, level }) => ({ ...definition, level })),
    text: (locale) =>
      facts.length === 0 ? none[locale] : facts.map((fact) => lineOf(fact, locale)).join("\n"),
  };
}

/** `zhibu facts`. */
export const factsCommand = (context: CommandContext): Command => ({
  name: "facts",
  means: { zh: "事实字典", en: "the dictionary of facts" },
  options: [
    { flags: "--query <word>", means: { zh: "只看与此有关的", en: "only what speaks of this" } },
    packOption,
  ],
  run: (call) => runFacts(context, call),
});
