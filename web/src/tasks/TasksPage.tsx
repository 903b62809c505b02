import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { TaskList } from "../../../src/policy/contract.ts";
import { usePack } from "../api/policy.ts";
import { useTasks } from "../api/work.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { useSettings } from "../app/settings.ts";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { grouped } from "../tables/grouped.ts";
import { dueText } from "./due.ts";
import { isChosen, noChoice, queryOf, readTaskSearch, type TaskChoice } from "./filter.ts";
import { TaskFilters } from "./TaskFilters.tsx";
import { TaskTable } from "./TaskTable.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/policies.css";

/** What is chosen stands in the address. */
function useChoice() {
  const search = useSearch({ from: "/policies/tasks" });
  const navigate = useNavigate();
  const change = (next: TaskChoice) =>
    void navigate({
      ...{ to: "/policies/tasks", search: readTaskSearch(next) },
      ...{ replace: true, resetScroll: false },
    });
  return { choice: { ...noChoice, ...search }, change };
}

/** What documents ask of agencies, by the day on which it is due. */
export function TasksPage() {
  const { t } = useTranslation("tasks");
  const { choice, change } = useChoice();
  const tasks = useTasks(queryOf(choice));
  return (
    <PageFrame
      title={t("title")}
      above={<PolicyTabs />}
      lede={tasks.isSuccess && <Lede list={tasks.data} />}
    >
      <Fetched from={tasks}>
        {(list) => <Tasks list={list} choice={choice} change={change} />}
      </Fetched>
    </PageFrame>
  );
}

function Lede({ list: { total } }: { list: TaskList }) {
  const { t } = useTranslation("tasks");
  const today = usePack().data?.today;
  return t("lede", { count: total, date: today ?? "" });
}

type Props = { list: TaskList; choice: TaskChoice; change: (choice: TaskChoice) => void };

function Tasks({ list, choice, change }: Props) {
  const { t } = useTranslation(["tasks", "policies"]);
  const { locale } = useSettings();
  const { tasks, total } = list;
  const open = tasks.filter(({ past, state }) => past && state === "unknown").length;
  if (total === 0) return <Empty title={t("noneYet")}>{t("noneYetText")}</Empty>;
  return (
    <>
      <TaskFilters list={list} choice={choice} change={change} />
      <p className="found small" role="status">
        {t("found", { count: tasks.length, open })}
        {isChosen(choice) && (
          <button type="button" className="btn plain" onClick={() => change(noChoice)}>
            {t("policies:clearFind")}
          </button>
        )}
      </p>
      {tasks.length === 0 && <Empty title={t("noMatch")}>{t("policies:noMatchText")}</Empty>}
      {[...grouped(tasks, (task) => task.due)].map(([due, own]) => (
        <TaskTable
          key={due}
          title={due === "unknown" ? t("dueUnknown") : t("dueBy", { due: dueText(due, locale) })}
          tasks={own}
        />
      ))}
    </>
  );
}
