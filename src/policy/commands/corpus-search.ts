import type { Locale } from "../../base/message.ts";
import { operator, peopleProblem, perform, type NotAllowed } from "../../people/index.ts";
import { refusal, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { searchCorpus } from "../actions/corpus-search.ts";
import type { SearchHit, SearchPage } from "../contract.ts";
import { citationLabel, type Book } from "../model/book.ts";
import type { CorpusRefusal } from "../model/corpus/refusals.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const hitsShown = 20;

const documentOption = {
  flags: "--document <id>",
  means: { zh: "只查这一份文件；不写则全部", en: "look in this document alone; in all if absent" },
} as const;

/** What was found stands in brackets: a terminal and a file show them alike. */
function marked({ excerpt, marks }: SearchHit): string {
  const characters = [...excerpt];
  const pieces = marks.map(({ start, end }, index) => {
    const from = marks[index - 1]?.end ?? 0;
    const before = characters.slice(from, start).join("");
    return `${before}【${characters.slice(start, end).join("")}】`;
  });
  const rest = characters.slice(marks.at(-1)?.end ?? 0).join("");
  return `${pieces.join("")}${rest}`.replace(/\s+/gu, " ");
}

function searchText(page: SearchPage, book: Book, locale: Locale): string {
  const { found, hits, words } = page;
  const head = {
    zh: `找到 ${found} 条${found > hits.length ? `，列出前 ${hits.length} 条` : ""}`,
    en: `${found} clauses${found > hits.length ? `, the first ${hits.length} here` : ""}`,
  }[locale];
  const lines = hits.map((hit) => {
    const label = citationLabel(book, hit.document, hit.item)[locale];
    const all = words.length > 1 ? ` (${hit.words}/${words.length})` : "";
    return `${label}${all}  ${hit.document} ${hit.item}\n    …${marked(hit)}…`;
  });
  return [head, ...lines].join("\n");
}

const refused = (reason: CorpusRefusal | NotAllowed): Outcome =>
  reason.code === "not_allowed"
    ? refusal(reason.code, peopleProblem(reason).message)
    : policyRefused(reason);

async function runSearch(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const document = call.options["document"];
  const search = {
    text: call.words.join(" "),
    limit: hitsShown,
    ...(typeof document === "string" ? { document } : {}),
  };
  const task = { caller: operator(), act: "read", resource: { kind: "corpus" } } as const;
  return context.withDb(async (db) => {
    const page = await perform(db, task, (tx) => searchCorpus(tx, search));
    if (!page.ok) return refused(page.refusal);
    return {
      exit: 0,
      json: page.value,
      text: (locale) => searchText(page.value, book.value, locale),
    };
  });
}

/** `zhibu corpus search`. */
export const corpusSearchCommand = (context: CommandContext): Command => ({
  name: "corpus search",
  means: {
    zh: "在已导入的文本里查词，最可能的条款在前",
    en: "look for words in the imported texts, the likeliest clauses first",
  },
  takes: [{ name: "words", many: true, means: { zh: "要查的词", en: "words to look for" } }],
  options: [documentOption, packOption],
  run: (call) => runSearch(context, call),
});
