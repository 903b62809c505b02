import { grouped, range } from "../../../base/format.ts";
import { unitSymbol } from "../../../base/unit.ts";
import type { FactDefinition, UsedFact } from "../../../rules/index.ts";
import type { FactRow } from "../../contract.ts";
import { factLabel, isWhole, subjectName, type Desk } from "./given.ts";
import { clipped } from "./text.ts";
import { sourceWords } from "./words.ts";

type Stated = Pick<FactRow | UsedFact, "state" | "source"> &
  Partial<Pick<FactRow, "value" | "min" | "max" | "reason" | "by" | "at">>;

/** Members of a list that are named. */
const membersMax = 12;

function optionText(desk: Desk, definition: FactDefinition | undefined, id: string): string {
  const option = definition?.options?.find((one) => one.id === id);
  return option ? desk.say(option.label) : clipped(id);
}

/** A value in words, with its unit. */
function valueText(desk: Desk, fact: string, value: unknown): string {
  const definition = desk.facts.get(fact);
  const unit = definition?.unit ? unitSymbol(definition.unit)[desk.locale] : "";
  if (typeof value === "boolean") return desk.word(value ? "yes" : "no");
  // A year, or a share of one, is no count of thousands.
  if (typeof value === "number" && definition?.unit === "1") return String(value);
  if (typeof value === "number") return `${grouped(value)} ${unit}`.trimEnd();
  if (typeof value === "string") return optionText(desk, definition, value);
  if (!Array.isArray(value)) return desk.word("drawn");
  const members = value
    .slice(0, membersMax)
    .map((one) => optionText(desk, definition, String(one)));
  return desk.list(members) + (value.length > membersMax ? "…" : "");
}

function reasonText(desk: Desk, reason: Stated["reason"]): string {
  if (reason === undefined) return desk.word("notApplicable");
  const text = typeof reason === "string" ? clipped(reason) : desk.say(reason);
  return desk.aside(desk.word("notApplicable"), text);
}

/** What is stated of a fact: known, estimated, not applicable, or unknown as such. */
export function statedText(desk: Desk, fact: string, stated: Stated): string {
  switch (stated.state) {
    case "known":
      return valueText(desk, fact, stated.value);
    case "estimate": {
      const unit = desk.facts.get(fact)?.unit;
      const ends = range(stated, desk.locale);
      const symbol = unit ? unitSymbol(unit)[desk.locale] : "";
      return desk.aside(`${ends} ${symbol}`.trimEnd(), desk.word("estimate"));
    }
    case "not_applicable":
      return reasonText(desk, stated.reason);
    case "unknown":
      return desk.word("unknown");
  }
}

/** Where a statement comes from: the source, who stated it, and when. */
export function provenanceText(desk: Desk, { source, by, at }: Stated): string {
  const from = source ? desk.say(sourceWords[source]) : desk.word("notStated");
  return [from, by && clipped(by), at?.slice(0, 10)].filter(Boolean).join(" · ");
}

/** A fact of a verdict in one breath: label, value, source. */
export function usedText(desk: Desk, used: UsedFact): string {
  const { subject } = used;
  const whose = subject === undefined || isWhole(subject) ? "" : ` · ${subjectName(desk, subject)}`;
  const value = statedText(desk, used.fact, used);
  const source = used.source ? desk.say(sourceWords[used.source]) : undefined;
  const text = desk.named(`${factLabel(desk, used.fact)}${whose}`, value);
  return source ? desk.aside(text, source) : text;
}
