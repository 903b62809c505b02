import { loadPack } from "../../packs/index.ts";
import { compileWithWarnings } from "../../rules/index.ts";
import type { Call, Outcome } from "../../terminal/index.ts";
import { brokenPack, packNamed, renderAll, type CommandContext } from "./context.ts";

/** `zhibu pack check`: compiles, and says everything that is wrong at once. */
export async function runCheck(context: CommandContext, call: Call): Promise<Outcome> {
  const pack = packNamed(context, call);
  const source = await loadPack(context.packs, pack);
  if (!source.ok) return brokenPack(source.refusal);
  const { program, diagnostics } = compileWithWarnings(source.value);
  if (!program) return brokenPack(diagnostics);
  const { measures, facts } = source.value;
  const counts = { measures: measures.length, rules: program.rules.length, facts: facts.length };
  const said = {
    zh: `${pack} 编译通过：${counts.measures} 条举措，${counts.rules} 条规则，${counts.facts} 个事实，编码 ${program.encoding}`,
    en: `${pack} compiles: ${counts.measures} measures, ${counts.rules} rules, ${counts.facts} facts, encoding ${program.encoding}`,
  };
  return {
    exit: 0,
    json: { pack, encoding: program.encoding, ...counts, diagnostics },
    text: (locale) =>
      [...(diagnostics.length > 0 ? [renderAll(diagnostics, locale)] : []), said[locale]].join(
        "\n",
      ),
  };
}
