import { bilingual, type Bilingual } from "../../base/message.ts";
import { dateOfDay } from "../evaluate/days.ts";
import type { Node } from "../ir.ts";
import type { Voice } from "./voice.ts";

type Told = (node: Node, voice: Voice) => Bilingual;

/** "法律时点 2026-11-21": the day is named where a case is told of. */
export function lawDateText({ edition, scope }: Voice): Bilingual {
  const day = scope ? ` ${dateOfDay(edition.day)}` : "";
  return bilingual(`法律时点${day}`, `the law date${day}`);
}

/** "申请日期之后 20 个工作日" · "20 working days after the application". */
export function shiftText(
  node: Extract<Node, { op: "shift" }>,
  voice: Voice,
  tell: Told,
): Bilingual {
  const isEarlier = node.by.op === "negate";
  const date = tell(node.date, voice);
  const by = tell(node.by.op === "negate" ? node.by.arg : node.by, voice);
  return isEarlier
    ? bilingual(`${date.zh} 之前 ${by.zh}`, `${by.en} before ${date.en}`)
    : bilingual(`${date.zh} 之后 ${by.zh}`, `${by.en} after ${date.en}`);
}

/** What lies between two dates, and in what it is counted. */
export type Lapse = {
  readonly unit: "day" | "month" | "working_day";
  readonly from: Node;
  readonly to: Node;
};

const lapses = {
  day: bilingual("的天数", "the days"),
  month: bilingual("的满月数", "the full months"),
  working_day: bilingual("的工作日数", "the working days"),
} as const;

/** "从开工日期到法律时点的满月数" · "the full months from the start to the law date". */
export function lapseText({ unit, from, to }: Lapse, voice: Voice, tell: Told): Bilingual {
  const [start, end] = [tell(from, voice), tell(to, voice)];
  const { zh, en } = lapses[unit];
  return bilingual(`从 ${start.zh} 到 ${end.zh} ${zh}`, `${en} from ${start.en} to ${end.en}`);
}
