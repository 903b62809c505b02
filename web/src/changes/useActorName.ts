import { useTranslation } from "react-i18next";
import { useSession } from "../api/session.ts";

const isNumber = (actor: string): boolean => /^[0-9a-f-]{36}$/.test(actor);

/** Who made a change: oneself by name, others by the beginning of their number, parts by name. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation("changes");
  const session = useSession();
  const own = session.data?.account;
  return (actor) => {
    if (own && actor.includes(own.id)) return `${own.name} · ${t("you")}`;
    return isNumber(actor) ? actor.slice(0, 8) : actor;
  };
}
