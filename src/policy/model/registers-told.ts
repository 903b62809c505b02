import type { Locale } from "../../base/message.ts";
import type { RegisterLine, RegisterReceipt } from "../contract.ts";
import type { RegisterVersion } from "./register.ts";

const states = {
  empty: { zh: "未录入", en: "empty" },
  imported: { zh: "已录入", en: "imported" },
} as const;

const kinds = {
  list: { zh: "清单", en: "list" },
  figures: { zh: "数表", en: "figures" },
  text: { zh: "文件", en: "text" },
} as const;

const undated = { zh: "日期不详", en: "date unknown" } as const;

const dayText = (date: string, locale: Locale): string =>
  date === "unknown" ? undated[locale] : date;

/** One line: what it is, whether it is at hand, and how many rules rest on it. */
export function registerText(line: RegisterLine, locale: Locale): string {
  const { id, title, kind, state, issuer, date, entries, rules } = line;
  const from = state === "imported" ? ` · ${issuer[locale]} · ${dayText(date, locale)}` : "";
  const count = kind === "text" || state === "empty" ? "" : ` · ${entries}`;
  const resting = {
    zh: `${rules.length} 条规则要看`,
    en: `${rules.length} ${rules.length === 1 ? "rule rests" : "rules rest"} on it`,
  };
  const head = `${id}  ${title[locale]}  ${kinds[kind][locale]}`;
  return `${head} · ${states[state][locale]}${count}${from} · ${resting[locale]}`;
}

/** What an import did: who rests on the register, and what was settled by it. */
export function receiptText(receipt: RegisterReceipt, locale: Locale): string {
  const { register, state, entries, rules, projects, evaluations } = receipt;
  const more = evaluations.more ? { zh: "以上", en: " or more" }[locale] : "";
  return {
    zh: [
      `${register}：${states[state].zh}，${entries} 条；${rules.length} 条规则要看它`,
      `点名项目 ${projects.waiting} 个等它：${projects.settled} 个答案有了结论，${projects.open} 个仍待定`,
      `保存的测算 ${evaluations.waiting} 份${more}等它：${evaluations.settled} 个答案有了结论，${evaluations.open} 个仍待定`,
    ],
    en: [
      `${register}: ${states[state].en}, ${entries} entries; rules that rest on it: ${rules.length}`,
      `named projects that waited: ${projects.waiting}; answers settled ${projects.settled}, still open ${projects.open}`,
      `stored evaluations that waited: ${evaluations.waiting}${more}; answers settled ${evaluations.settled}, still open ${evaluations.open}`,
    ],
  }[locale].join("\n");
}

/** A register with every version that was ever in force, newest first. */
export type RegisterHistory = {
  readonly register: RegisterLine;
  readonly versions: readonly (RegisterVersion & {
    readonly importedAt: string;
    readonly source: { readonly name: string; readonly sha256: string } | undefined;
  })[];
};

export function historyText({ register, versions }: RegisterHistory, locale: Locale): string {
  const lines = versions.map((version) => {
    const { state, issuer, dated, source, importedAt, entries } = version;
    const file = source ? `  ${source.name} ${source.sha256.slice(0, 12)}` : "";
    const head = `${importedAt.slice(0, 10)}  ${states[state][locale]} ${entries.length}`;
    return `${head}  ${issuer}  ${dayText(dated, locale)}${file}`;
  });
  const [newest] = versions;
  const content = (newest?.entries ?? []).map((entry) => {
    const figure = newest?.figures?.[entry];
    return figure === undefined ? `  ${entry}` : `  ${entry}  ${figure} ${register.unit ?? ""}`;
  });
  return [registerText(register, locale), ...lines, ...content].join("\n");
}
