import { bilingual } from "../../../base/message.ts";
import type { Missing, RuleItem } from "../../../rules/index.ts";
import { missingLabel, type Desk } from "./given.ts";
import { paragraph, plain, table, type Part } from "./parts.ts";
import { missingWords, supplierWords } from "./words.ts";

/** Something that rules wait for, with how many do. */
type OpenMatter = { readonly missing: Missing; readonly rules: number };

/** Matters with a row of their own; the others are counted, and stand with the rules that wait. */
const rowsMax = 20;

/** What open rules wait for, the most waited for first. */
export function openMatters(items: readonly RuleItem[]): OpenMatter[] {
  const matters = new Map<string, { missing: Missing; rules: Set<string> }>();
  const waits = items.flatMap(({ rule, verdicts }) =>
    verdicts.flatMap((verdict) => verdict.missing.map((missing) => ({ rule, missing }))),
  );
  for (const { rule, missing } of waits) {
    const key = `${missing.kind} ${missing.id}`;
    const matter = matters.get(key) ?? { missing, rules: new Set() };
    matters.set(key, matter);
    matter.rules.add(rule);
  }
  return [...matters]
    .map(([key, { missing, rules }]) => ({ key, missing, rules: rules.size }))
    .sort((a, b) => b.rules - a.rules || (a.key < b.key ? -1 : 1));
}

/** Who could say it: by the sources of the fact, or whoever issues the text. */
function supplierOf(desk: Desk, { kind, id }: Missing): string {
  if (kind !== "fact") {
    const issuer = desk.registers.get(id)?.issuer ?? "unknown";
    return issuer === "unknown" ? desk.word("unknown") : desk.organisation(issuer);
  }
  const sources = desk.facts.get(id)?.source ?? [];
  const names = sources.flatMap((source) => {
    const name = supplierWords[source];
    return name ? [desk.say(name)] : [];
  });
  return names.length > 0 ? desk.list([...new Set(names)]) : desk.word("unknown");
}

/** What is missing, who could supply it, and how much hangs on it. */
export function openParts(desk: Desk, items: readonly RuleItem[]): Part[] {
  const matters = openMatters(items);
  if (matters.length === 0) return [];
  const rows = matters
    .slice(0, rowsMax)
    .map(({ missing, rules }, index) => [
      plain(String(index + 1)),
      plain(missingLabel(desk, missing)),
      plain(desk.say(missingWords[missing.kind])),
      plain(supplierOf(desk, missing)),
      plain(String(rules)),
    ]);
  const columns = [
    { title: desk.word("ordinal"), share: 7, align: "centre" },
    { title: desk.word("lacking"), share: 41 },
    { title: desk.word("kind"), share: 12 },
    { title: desk.word("supplier"), share: 28 },
    { title: desk.word("waiting"), share: 12, align: "end" },
  ] as const;
  const rest = matters.length - rows.length;
  const more = bilingual(
    `另有 ${rest} 项，等的规则更少，见未定的政策各条所缺。`,
    `For ${rest} more fewer rules wait: see what each undecided policy lacks.`,
  );
  return [...(rest > 0 ? [paragraph(desk.say(more), "note")] : []), table(columns, rows, "small")];
}
