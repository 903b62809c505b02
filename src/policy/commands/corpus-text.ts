import type { Locale } from "../../base/message.ts";
import type { DocumentReceipt, ImportReceipt } from "../actions/corpus.ts";
import type { CorpusVerification, TextAlarm } from "../model/alarm.ts";
import { citingWords, stateWords } from "../model/corpus/citing-words.ts";
import type { ClauseCounts } from "../model/corpus/counts.ts";
import { kindWords } from "../model/corpus/kind-words.ts";
import type { ClauseKind } from "../model/clause.ts";
import { verificationStates } from "../model/verification.ts";

const comma: Readonly<Record<Locale, string>> = { zh: "、", en: ", " };

/** At most this many names in a line; how many more there are is said. */
const namesMax = 12;

function list(names: readonly string[], locale: Locale): string {
  const more = names.length - namesMax;
  const shown = names.slice(0, namesMax).join(comma[locale]);
  if (more <= 0) return shown;
  return { zh: `${shown} 等 ${names.length} 个`, en: `${shown} and ${more} more` }[locale];
}

/** "4 parts · 18 items (3/6/4/5)". */
const countsText = (counts: ClauseCounts, locale: Locale): string =>
  Object.entries(counts)
    .map(([kind, under]) => {
      const total = under.reduce((sum, count) => sum + count, 0);
      const name = kindWords[kind as ClauseKind][locale];
      const each = under.length > 1 ? ` (${under.join("/")})` : "";
      return locale === "zh" ? `${name} ${total}${each}` : `${total} ${name}${each}`;
    })
    .join(" · ");

function changeLines({ changes }: DocumentReceipt, locale: Locale): string[] {
  if (!changes) return [];
  const kinds = [
    [changes.added, { zh: "新增", en: "added" }],
    [changes.removed, { zh: "删去", en: "removed" }],
    [changes.changed, { zh: "改动", en: "changed" }],
  ] as const;
  const lines = kinds
    .filter(([items]) => items.length > 0)
    .map(([items, word]) => `    ${word[locale]} ${items.length}：${list(items, locale)}`);
  const same = { zh: "    与上次导入相同", en: "    as it was imported before" }[locale];
  return lines.length > 0 ? lines : [same];
}

function documentLines(receipt: DocumentReceipt, locale: Locale): string[] {
  const { document, title, clauses, counts } = receipt;
  const head = {
    zh: `已导入《${title}》（${document}）：${clauses} 条`,
    en: `Imported "${title}" (${document}): ${clauses} clauses`,
  }[locale];
  return [head, `    ${countsText(counts, locale)}`, ...changeLines(receipt, locale)];
}

const touchWords = {
  rules: { zh: "规则", en: "rules" },
  cases: { zh: "用例", en: "cases" },
  projects: { zh: "项目", en: "named projects" },
  evaluations: { zh: "已存报告", en: "stored evaluations" },
} as const;

function alarmLines(alarm: TextAlarm, locale: Locale): string[] {
  const touched = (["rules", "cases", "projects", "evaluations"] as const).map((part) => {
    const names = alarm[part];
    const listed = names.length > 0 ? `：${list(names, locale)}` : "";
    return `      ${touchWords[part][locale]} ${names.length}${listed}`;
  });
  const gone = { zh: "文本里没有这一条", en: "no such clause in the text" }[locale];
  return [
    `  ✗ ${citingWords[alarm.kind][locale]} ${alarm.id}  ${alarm.document} ${alarm.item}`,
    `      ${alarm.expected}`,
    `      ${alarm.found ?? gone}`,
    ...touched,
  ];
}

/** How the citations of each document stand, and every alarm with what it touches. */
export function verificationText(verified: CorpusVerification, locale: Locale): string {
  const { citations, documents, alarms } = verified;
  const total = {
    zh: `核对 ${citations} 处引用的哈希，${alarms.length} 处不一致`,
    en: `${citations} citations held against their hashes, ${alarms.length} differ`,
  }[locale];
  const sums = documents.map((line) => {
    const states = verificationStates.map((state) => `${stateWords[state][locale]} ${line[state]}`);
    return `  ${line.document}  ${states.join(" · ")}`;
  });
  return [total, ...sums, ...alarms.flatMap((alarm) => alarmLines(alarm, locale))].join("\n");
}

export const receiptText = ({ documents, verification }: ImportReceipt, locale: Locale): string =>
  [
    ...documents.flatMap((document) => documentLines(document, locale)),
    verificationText(verification, locale),
  ].join("\n");
