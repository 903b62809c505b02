import { layerIds, registryFields } from "../../land/index.ts";
import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import { lint, renderFinding, weigh, type LintFinding, type Weighed } from "../../rules/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import type { Book } from "../model/book.ts";
import { bookFor, packOption, type CommandContext } from "./context.ts";

const supplies = { registry: new Set(registryFields), layers: new Set<string>(layerIds) };

const headings = {
  left: bilingual("检查发现", "found"),
  unproved: bilingual("未能证明的", "not proved"),
  unneeded: bilingual(
    "acceptances.yaml 里用不着的条目",
    "entries of acceptances.yaml that nothing needs",
  ),
} as const;

const sumText = ({ left, unproved, accepted }: Weighed): Bilingual =>
  bilingual(
    `检查发现 ${left.length} 处；未能证明 ${unproved.length} 处；写明理由认可的 ${accepted.length} 处`,
    `${left.length} found; ${unproved.length} not proved; ${accepted.length} accepted with a reason`,
  );

function reportText(weighed: Weighed, locale: Locale): string {
  const section = (heading: Bilingual, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [`${heading[locale]}:`, ...lines, ""] : [];
  const told = (findings: readonly LintFinding[]) =>
    findings.map((finding) => renderFinding(finding, locale));
  return [
    ...section(headings.left, told(weighed.left)),
    ...section(headings.unproved, told(weighed.unproved)),
    ...section(
      headings.unneeded,
      weighed.unneeded.map((id) => `  ${id}`),
    ),
    sumText(weighed)[locale],
  ].join("\n");
}

const timeText = (seconds: string): Bilingual =>
  bilingual(`用时 ${seconds} 秒`, `looked at in ${seconds} s`);

function weighBook({ source }: Book): Weighed {
  const acceptances = source.acceptances.map(({ value }) => value);
  return weigh(lint(source, supplies), acceptances);
}

/** `zhibu pack lint`: what is doubtful in a pack that builds, each with a case that shows it. */
export async function runLint(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const started = performance.now();
  const weighed = weighBook(book.value);
  call.around.say(timeText(((performance.now() - started) / 1000).toFixed(1)));
  const isClean = weighed.left.length + weighed.unneeded.length === 0;
  return {
    exit: isClean ? 0 : 2,
    json: weighed,
    text: (locale) => reportText(weighed, locale),
  };
}

/** `zhibu pack lint`. */
export const lintCommand = (context: CommandContext): Command => ({
  name: "pack lint",
  means: bilingual(
    "找出重叠、空档、不起作用的条件、没有出处的数字等，每处附一个情形",
    "overlaps, gaps, idle conditions, uncited figures and the like, each with a case",
  ),
  options: [packOption],
  run: (call) => runLint(context, call),
});
