import { bilingual, type Bilingual, type Locale } from "../../../base/message.ts";
import type { LayerLevel, Overlap } from "../../../land/index.ts";
import type { ConflictReport } from "../../contract.ts";

export const levelWords: Readonly<Record<LayerLevel, Bilingual>> = {
  "1": bilingual("一级·刚性", "1 · rigid"),
  "2": bilingual("二级·有条件", "2 · conditional"),
  "3": bilingual("三级·按清单", "3 · by a list"),
  advice: bilingual("引导", "advice"),
  none: bilingual("—", "—"),
};

export const relationWords: Readonly<Record<Overlap["relation"], Bilingual>> = {
  overlaps: bilingual("重叠", "overlaps"),
  reached: bilingual("在影响范围内", "within reach"),
  near: bilingual("邻近", "near"),
  clear: bilingual("附近没有", "none nearby"),
  unknown: bilingual("未知：图层没有覆盖这里", "unknown: the layer does not cover the place"),
};

export const answerWords: Readonly<Record<ConflictReport["answer"], Bilingual>> = {
  barred: bilingual("碰到刚性管控，或有条款禁止", "A rigid layer is met, or a clause forbids it"),
  conditions: bilingual(
    "有准入条件或要求，都符合才可以",
    "There are conditions or demands, and what meets them all is admitted",
  ),
  listed: bilingual(
    "碰到按清单限制的图层，清单之外的可以",
    "A layer is met that bars a list, and admits what is not on it",
  ),
  advice: bilingual("只碰到引导性的图层", "Only layers that advise are met"),
  clear: bilingual("没有碰到管控图层", "No layer that speaks is met"),
  unknown: bilingual(
    "还说不清：有图层没有覆盖这里",
    "Not known: some layers do not cover the place",
  ),
};

export const conflictWords = {
  title: bilingual("冲突检查", "Conflict check"),
  about: bilingual("检查对象", "Place"),
  size: bilingual("大小", "Size"),
  lawDate: bilingual("法律时点", "Law date"),
  basis: bilingual("依据", "Basis"),
  answer: bilingual("结论", "Answer"),
  layers: bilingual("碰到的图层", "Layers that are met"),
  rules: bilingual("说话的条款", "Rules that speak"),
  others: bilingual("邻近与未知", "Near, and not known"),
  layer: bilingual("图层", "Layer"),
  level: bilingual("级别", "Level"),
  relation: bilingual("关系", "Relation"),
  extent: bilingual("面积或长度", "Area or length"),
  share: bilingual("占比", "Share"),
  distance: bilingual("距离", "Distance"),
  rule: bilingual("条款", "Clause"),
  says: bilingual("说什么", "What it says"),
  missing: bilingual("还缺", "Missing"),
  givesWay: bilingual("让位于", "gives way to"),
  open: bilingual("未定", "undecided"),
  synthetic: bilingual("合成数据，非实况", "Synthetic data, not the real city"),
  none: bilingual("没有条款专门说到这些图层", "No rule speaks of these layers"),
  source: bilingual("来源", "Source"),
} as const;

/** The answer in words, with what may still be stricter. */
export function answerText(
  { answer, stricterUnknown }: Pick<ConflictReport, "answer" | "stricterUnknown">,
  locale: Locale,
): string {
  const said = answerWords[answer][locale];
  if (stricterUnknown === 0 || answer === "unknown") return said;
  const more = bilingual(
    `；另有 ${stricterUnknown} 个图层可能更严：没有覆盖这里，或没有写明类别`,
    `; ${stricterUnknown} layers may be stricter: they do not cover the place, or name no class`,
  );
  return `${said}${more[locale]}`;
}
