import type { TaskQuery } from "../../../src/policy/contract.ts";

export const kinds = ["task", "duty"] as const;
export const states = ["not_started", "under_way", "done", "unknown"] as const;

/** What is chosen of the tasks; empty words choose everything. */
export const noChoice = { owner: "", document: "", kind: "", state: "" };
export type TaskChoice = typeof noChoice;
export type TaskSearch = Partial<TaskChoice>;

const names = Object.keys(noChoice) as (keyof TaskChoice)[];

/** What an address chooses; what is no choice of ours is passed over. */
export function readTaskSearch(search: Readonly<Record<string, unknown>>): TaskSearch {
  const stated = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value.slice(0, 60)] as const] : [];
  });
  return Object.fromEntries(stated);
}

export const isChosen = (choice: TaskChoice): boolean => names.some((name) => choice[name]);

/** The question to the server; a kind or a state that there is not is not asked for. */
export function queryOf({ owner, document, ...choice }: TaskChoice): TaskQuery {
  const kind = kinds.find((one) => one === choice.kind);
  const state = states.find((one) => one === choice.state);
  return {
    ...(owner && { owner }),
    ...(document && { document }),
    ...(kind && { kind }),
    ...(state && { state }),
  };
}
