import { useTranslation } from "react-i18next";
import { rights } from "../i18n/zh/rights.ts";

const has = <Words extends object>(words: Words, name: string): name is keyof Words & string =>
  name in words;

/** The words of roles, kinds and acts; one that this page does not know stands as it came. */
export function useRights() {
  const { t } = useTranslation("rights");
  const roleName = (role: string): string => (has(rights.roles, role) ? t(`roles.${role}`) : role);
  const kindName = (kind: string): string => (has(rights.kinds, kind) ? t(`kinds.${kind}`) : kind);
  const actName = (act: string): string => (has(rights.acts, act) ? t(`acts.${act}`) : act);
  return {
    roleName,
    kindName,
    actName,
    actOn: (act: string, kind: string) => t("actOn", { act: actName(act), kind: kindName(kind) }),
    listOf: (names: readonly string[]) => names.join(t("list")),
  };
}

export const roleNames = Object.keys(rights.roles);
export const kindNames = Object.keys(rights.kinds);
export const actNames = Object.keys(rights.acts);
