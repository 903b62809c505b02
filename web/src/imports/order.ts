import type { Findings, ImportOrder } from "../api/imports.ts";

/** What a column may become, in the order in which it is asked. */
export const columnTargets = ["id", "name", "name_en", "class", "valid_from"] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** What is said by yes or no. */
export const orderSwitches = [
  "keepsOtherColumns",
  "takesGoodRows",
  "isComplete",
  "replacesSynthetic",
  "isSynthetic",
] as const;
export type OrderSwitch = (typeof orderSwitches)[number];

export const originFields = ["source", "dated", "accuracy", "validFrom"] as const;

/** The order as it is typed: words alone, so that it outlasts a sign-in in between. */
export type OrderDraft = Readonly<
  Record<"crs" | "reason" | ColumnTarget | OrderSwitch | (typeof originFields)[number], string>
>;

const nothingSaid = Object.fromEntries(
  [...columnTargets, ...orderSwitches, ...originFields].map((name) => [name, ""]),
) as OrderDraft;

/** What the findings propose; what they cannot tell is left open. */
export function proposedOrder({ crs, columns }: Findings): OrderDraft {
  const targets = columns.flatMap(({ name, target }) => (target === null ? [] : [[target, name]]));
  return {
    ...nothingSaid,
    ...{ crs: crs.proposed ?? "", reason: "", keepsOtherColumns: "yes" },
    ...(Object.fromEntries(targets) as Partial<OrderDraft>),
  };
}

const said = <Name extends string>(draft: Readonly<Record<Name, string>>, names: readonly Name[]) =>
  Object.fromEntries(
    names.map((name) => [name, draft[name].trim()]).filter(([, words]) => words !== ""),
  ) as Partial<Record<Name, string>>;

/** The draft as the server takes it. */
export const orderOf = (draft: OrderDraft): ImportOrder => ({
  ...{ crs: draft.crs, reason: draft.reason.trim() },
  columns: said(draft, columnTargets),
  ...(Object.fromEntries(orderSwitches.map((name) => [name, draft[name] === "yes"])) as Record<
    OrderSwitch,
    boolean
  >),
  ...said(draft, originFields),
});

/** Whether nothing that must be said is missing. */
export const isComplete = ({ crs, reason }: OrderDraft): boolean =>
  crs !== "" && reason.trim() !== "";
