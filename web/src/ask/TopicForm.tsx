import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../app/useSay.ts";
import { Steps } from "./Steps.tsx";
import { leftOut, topicsAtOnce, type Topic } from "./topics.ts";
import type { Asking } from "./useAsking.ts";

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
  const [isOpen, setOpen] = useState(false);
  const seen = isOpen ? topics : topics.slice(0, topicsAtOnce);
  const more = topics.length - seen.length;
  const toggle = (group: string) =>
    setChosen((before) =>
      before.includes(group) ? before.filter((one) => one !== group) : [...before, group],
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    asking.leaveOut(leftOut(seen, chosen));
  };
  return (
    <form onSubmit={send} noValidate aria-busy={asking.answers.isFetching}>
      <Steps left={left} isBusy={asking.answers.isFetching} />
      <fieldset>
        <legend className="q">{t("topicQuestion")}</legend>
        <p className="small faint qhint">{t("topicHint")}</p>
        <TopicChoices topics={seen} chosen={chosen} toggle={toggle} />
        {more > 0 && (
          <p className="small more">
            <button type="button" className="fold" onClick={() => setOpen(true)}>
              {t("moreTopics", { count: more })}
            </button>
            <span className="faint">{t("moreTopicsHint")}</span>
          </p>
        )}
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
