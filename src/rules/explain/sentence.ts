import { bilingual, type Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import { editionOn } from "../evaluate/edition.ts";
import { textTitle } from "../evaluate/texts.ts";
import type { Program, RuleIr } from "../ir.ts";
import { clause, voiceOf } from "./clause.ts";
import { effectSentence } from "./effect-sentence.ts";
import { begun, joined } from "./wording.ts";

/** Beyond every date of the law: where no day is asked for, figures stand as they stood last. */
const lastDay = "9999-12-31";

export function ruleNamed(program: Program, id: string): RuleIr {
  const rule = program.rules[program.ruleById.get(id) ?? -1];
  invariant(rule, `the program has the rule ${id}`);
  return rule;
}

/**
 * A rule as one sentence that can be read aloud, with the figures of a day, or as they stood last.
 * Throws for a rule that the program does not have.
 */
export function sentence(program: Program, id: string, asOf = lastDay): Bilingual {
  const rule = ruleNamed(program, id);
  const voice = voiceOf(editionOn(program, asOf), undefined);
  const effects = joined(
    rule.effects.map((effect) => effectSentence(effect, voice)),
    { zh: "；", en: "; " },
  );
  const condition = rule.condition && clause(rule.condition, voice);
  const texts = rule.needsTexts.map((text) => textTitle(program, text));
  const [chinese, english] = [texts.map(({ zh }) => zh), texts.map(({ en }) => `“${en}”`)];
  const rests = bilingual(
    texts.length > 0 ? `，具体看《${chinese.join("》《")}》` : "",
    texts.length > 0 ? `, as ${english.join(", ")} says` : "",
  );
  const { zh, en } = begun(effects);
  if (!condition) return bilingual(`${zh}${rests.zh}。`, `${en}${rests.en}.`);
  return bilingual(
    `${condition.zh}的，${effects.zh}${rests.zh}。`,
    `Where ${condition.en}: ${effects.en}${rests.en}.`,
  );
}
