import { bilingual, type Bilingual } from "../../base/message.ts";
import type { Rounding } from "../../base/rounding.ts";
import type { Node } from "../ir.ts";
import type { Voice } from "./voice.ts";
import { joined } from "./wording.ts";

type Told = (node: Node, voice: Voice) => Bilingual;

const modes: Readonly<Record<Rounding, Bilingual>> = {
  floor: bilingual("向下取整", "rounded down"),
  ceiling: bilingual("向上取整", "rounded up"),
  "round up": bilingual("远离零取整", "rounded away from zero"),
  "round down": bilingual("向零取整", "rounded towards zero"),
  "round half up": bilingual("四舍五入", "rounded to the nearest"),
  "round half down": bilingual("五舍六入", "rounded to the nearest, halves towards zero"),
};

/** "（用地 250 m²）按 100 m² 向下取整" · "(site 250 m²) rounded down to multiples of 100 m²". */
export function roundText(
  node: Extract<Node, { op: "round" }>,
  voice: Voice,
  tell: Told,
): Bilingual {
  const [arg, mode] = [tell(node.arg, voice), modes[node.mode]];
  if (node.step.op === "number")
    return bilingual(`（${arg.zh}）${mode.zh}`, `(${arg.en}) ${mode.en}`);
  const step = tell(node.step, voice);
  return bilingual(
    `（${arg.zh}）按 ${step.zh} ${mode.zh}`,
    `(${arg.en}) ${mode.en} to multiples of ${step.en}`,
  );
}

/** "以下条件中成立的项数（甲；乙）" · "how many of these hold (one; two)". */
export function tallyText(
  node: Extract<Node, { op: "tally" }>,
  voice: Voice,
  value: Bilingual,
): Bilingual {
  const inside = { ...voice, scope: undefined };
  const list = joined(
    node.args.map((arg) => voice.clause(arg, inside)),
    { zh: "；", en: "; " },
  );
  return bilingual(
    `以下条件中成立的项数${value.zh}（${list.zh}）`,
    `how many of these hold${value.en} (${list.en})`,
  );
}

export function absoluteText(
  node: Extract<Node, { op: "abs" }>,
  voice: Voice,
  tell: Told,
): Bilingual {
  const arg = tell(node.arg, voice);
  return bilingual(`（${arg.zh}）的绝对值`, `the size of (${arg.en})`);
}
