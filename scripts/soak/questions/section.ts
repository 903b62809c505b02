import type { QuestionFigures } from "../questions.ts";
import { row, type Section } from "../report.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Every way of asking beside the first, which is the one that the product takes. */
export function questionSection({ cases, askers }: QuestionFigures): Section {
  const [own, ...others] = askers;
  const few = own?.questions ?? 0;
  const rows = [
    row(own?.name ?? "", few, "—"),
    ...others.map(({ name, questions }) => row(name, questions, percent(1 - few / questions))),
  ];
  return {
    title: "Questions asked until nothing is open",
    lines: [
      `${cases} projects from all over the synthetic library, each with the same answers for every`,
      "way of asking. By mention: the fact that most rules of the pack mention comes first.",
      "",
      "| who asks | questions | the first asks fewer by |",
      "| --- | --- | --- |",
      ...rows,
    ],
  };
}
