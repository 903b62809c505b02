import { useTranslation } from "react-i18next";

const rooms = [
  "bundling",
  "checkup",
  "ecology",
  "finance",
  "land",
  "ledger",
  "participation",
  "policy",
  "projects",
  "targets",
] as const;
type Room = (typeof rooms)[number];

const isRoom = (name: string): name is Room => rooms.some((room) => room === name);

/** The part of this system that a task belongs to. */
export function ServedBy({ name }: { name: string }) {
  const { t } = useTranslation("tasks");
  return <>{t("servedBy", { name: isRoom(name) ? t(`rooms.${name}`) : name })}</>;
}
