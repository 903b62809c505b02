import { anonymous, type Actor } from "../src/base/actor.ts";
import { rightsWordsEn as en } from "../src/people/messages.en.ts";
import { rightsWordsZh as zh } from "../src/people/messages.zh.ts";
import { rightsTo } from "../src/people/model/rights.ts";
import {
  actsOf,
  holders,
  kinds,
  leavesTrace,
  rights,
  type ActOf,
  type Holder,
  type Kind,
  type Reach,
} from "../src/people/model/rights-table.ts";
import { formatted } from "./formatted.ts";

const marks: Readonly<Record<Reach, string>> = { everywhere: "●", in_scope: "◐", own: "○" };
const reaches: readonly Reach[] = ["everywhere", "in_scope", "own"];

/** Somebody who is only what the column says. */
function actorOf(holder: Holder): Actor {
  if (holder === "anonymous") return anonymous;
  const grants = holder === "account" ? [] : [{ role: holder, scope: "city" }];
  return { kind: "account", id: "somebody", grants };
}

/** How far a holder's rights reach, what everybody may included; "everywhere" leaves no more. */
function cellOf(holder: Holder, kind: Kind, act: string): string {
  const held = rightsTo(actorOf(holder), kind, act as ActOf<Kind>).map(({ reach }) => reach);
  const told = held.includes("everywhere") ? ["everywhere" as const] : reaches;
  return told.flatMap((reach) => (held.includes(reach) ? [marks[reach]] : [])).join("");
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const rowOf = (kind: Kind, act: string): string =>
  line([
    `${zh.acts[act]} · ${en.acts[act]}${leavesTrace(kind, act) ? " ✎" : ""}`,
    ...holders.map((holder) => cellOf(holder, kind, act)),
  ]);

const tableOf = (kind: Kind): string =>
  [
    `## ${zh.kinds[kind]} · ${en.kinds[kind]}`,
    "",
    `\`${kind}\`${rights[kind].personal ? " · 含个人信息 · tells of persons" : ""}`,
    "",
    line(["", ...holders.map((holder) => `${zh.holders[holder]}<br>${en.holders[holder]}`)]),
    line(["---", ...holders.map(() => ":-:")]),
    ...actsOf(kind).map((act) => rowOf(kind, act)),
    "",
  ].join("\n");

const head = `# 谁能做什么 · Who may do what

由 \`src/people/model/rights-table.ts\` 生成，不要手改：\`npx tsx scripts/dump-rights.ts\`。测试逐格核对。

Written from \`src/people/model/rights-table.ts\`; do not edit it by hand. A test tries every cell.

- **●** 不限：任何一个。Everywhere: any of them.
- **◐** 范围内：角色所在机构及其以下；不属于任何一处的，归全市范围。In scope: of the organisation
  that the role is held over, and of all below it; what belongs to no place is the whole city's.
- **○** 本人：自己的。Own: one's own.
- **✎** 每次都记入审计记录。Leaves a row in the audit trail each time.
- 空白：不可以；这次尝试也记入审计记录。Blank: may not, and the attempt stands in the audit trail.

能看一行的，看得到这一行约定给出的每一项；能改的，只改约定列出的项，其余的被拒绝。谁也看不到的：密码、恢复码、备用码、第二
因素的密钥和会话令牌，人的事务读不了它们所在的表。只有本人看得到的：自己登录着的地方及其地址，统一身份认证里的标识，第二因素。

Whoever may read a row reads every field that its contract names, and whoever may change it changes
the fields that the contract names for that, and no other. Nobody reads passwords, codes, secrets
of second factors and tokens of sessions: no transaction of a person can read their tables. The
owner alone reads where they are signed in and from which address, their subject at the identity
provider, and that they have a second factor.
`;

/** The table of rights as a page, in the form that the formatter keeps. */
export function rightsPage(file: string): Promise<string> {
  const text = [head, ...kinds.map(tableOf)].join("\n");
  return formatted(file, text);
}
