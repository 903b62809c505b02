import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { FactGroup } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";
import { Steps } from "./Steps.tsx";
import type { Asking } from "./useAsking.ts";

type Topic = FactGroup & { topic: NonNullable<FactGroup["topic"]> };

/** The groups of facts that are a project's own choice to touch. */
export const topicsOf = (groups: Iterable<FactGroup>): Topic[] =>
  [...groups].flatMap((group) => (group.topic ? [{ ...group, topic: group.topic }] : []));

type ChoicesProps = {
  topics: readonly Topic[];
  chosen: readonly string[];
  toggle: (group: string) => void;
};

function TopicChoices({ topics, chosen, toggle }: ChoicesProps) {
  const say = useSay();
  const id = useId();
  return (
    <div className="choices two-way topics">
      {topics.map((topic) => (
        <label key={topic.id} className="choice">
          <input
            type="checkbox"
            name={id}
            checked={chosen.includes(topic.id)}
            onChange={() => toggle(topic.id)}
          />
          <span>{say(topic.topic)}</span>
        </label>
      ))}
    </div>
  );
}

type Props = { topics: readonly Topic[]; left: number; asking: Asking };

/** The first question: what is meant to be done. What is left out needs no further questions. */
export function TopicForm({ topics, left, asking }: Props) {
  const { t } = useTranslation("ask");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (group: string) =>
    setChosen((before) =>
      before.includes(group) ? before.filter((one) => one !== group) : [...before, group],
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    asking.leaveOut(topics.filter((topic) => !chosen.includes(topic.id)).map((topic) => topic.id));
  };
  return (
    <form onSubmit={send} noValidate aria-busy={asking.answers.isFetching}>
      <Steps left={left} isBusy={asking.answers.isFetching} />
      <fieldset>
        <legend className="q">{t("topicQuestion")}</legend>
        <p className="small faint qhint">{t("topicHint")}</p>
        <TopicChoices topics={topics} chosen={chosen} toggle={toggle} />
      </fieldset>
      <div className="qalt">
        <button type="button" className="btn plain" onClick={() => asking.leaveOut([])}>
          {t("topicUnsure")}
        </button>
        <button className="btn do">{chosen.length > 0 ? t("answer") : t("topicNone")}</button>
      </div>
    </form>
  );
}
