import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TaskLine } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";
import { list } from "../marks/format.ts";
import { ServedBy } from "./ServedBy.tsx";

const marks = { done: "yes", under_way: "maybe", not_started: "no", unknown: "none" } as const;

/** How far it is known to be. A date that has passed says nothing about what was done by then. */
function State({ task }: { task: TaskLine }) {
  const { t } = useTranslation(["tasks", "policies"]);
  const isOpen = task.past && task.state === "unknown";
  return (
    <>
      <i className={`mk ink ${marks[task.state]}`} aria-hidden="true" />{" "}
      {isOpen ? t("pastUnknown") : t(`policies:states.${task.state}`)}
      {task.shownBy.map(({ document, item, label }) => (
        <ClauseLink key={`${document} ${item}`} cite={{ document, item, label }} />
      ))}
    </>
  );
}

/** A duty is the task of a measure, and its name leads there. */
function Name({ task }: { task: TaskLine }) {
  const say = useSay();
  const [document = "", item = ""] = task.id.split("/");
  if (task.kind === "task") return <b>{say(task.title)}</b>;
  return (
    <Link to="/policies/$document/$item" params={{ document, item }}>
      {say(task.title)}
    </Link>
  );
}

function Row({ task }: { task: TaskLine }) {
  const { locale } = useSettings();
  const say = useSay();
  const owners = task.owners.map(({ title }) => say(title));
  return (
    <tr>
      <th scope="row">
        <Name task={task} />
        <p className="small muted clamp">{say(task.deliverable)}</p>
        {task.servedBy && (
          <p className="small faint">
            <ServedBy name={task.servedBy} />
          </p>
        )}
      </th>
      <td className="leads">{list(owners, locale)}</td>
      <td className="state">
        <State task={task} />
      </td>
      <td>
        <ClauseLink cite={task.cite} />
      </td>
    </tr>
  );
}

const columns = ["task", "owners", "state", "cite"] as const;

type Props = { title: string; tasks: readonly TaskLine[] };

/** What is due by one date. */
export function TaskTable({ title, tasks }: Props) {
  const { t } = useTranslation("tasks");
  return (
    <section className="mechanism">
      <div className="part">
        <h2>{title}</h2>
        <span className="small n">{t("count", { count: tasks.length })}</span>
      </div>
      <table className="catalogue tasks">
        <caption className="sr">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Row key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
