type Grant = { readonly role: string; readonly scope: string };

/** A page of administration, with the roles for which it is made. */
export type AdministrationPage = {
  readonly to: "/people" | "/audit" | "/health" | "/map/import" | "/map/changes";
  readonly key: "people" | "audit" | "health" | "imports" | "changes";
  readonly roles: readonly string[];
};

const overseers = ["administrator", "auditor"];
export const peoplePage = { to: "/people", key: "people", roles: overseers } as const;
export const auditPage = { to: "/audit", key: "audit", roles: ["auditor"] } as const;
export const healthPage = { to: "/health", key: "health", roles: overseers } as const;
/** Those who keep the ground: the officers of a place. */
const officers = ["administrator", "district_officer"];
export const importPage = { to: "/map/import", key: "imports", roles: officers } as const;
export const changesPage = { to: "/map/changes", key: "changes", roles: officers } as const;

const administration: readonly AdministrationPage[] = [
  ...[peoplePage, importPage, changesPage],
  ...[auditPage, healthPage],
];

export const isPermitted = (
  { roles }: Pick<AdministrationPage, "roles">,
  grants: readonly Grant[],
): boolean => grants.some(({ role }) => roles.includes(role));

/** What the navigation offers to whoever holds these roles. */
export const permittedPages = (grants: readonly Grant[]): readonly AdministrationPage[] =>
  administration.filter((page) => isPermitted(page, grants));

/** Whether a scope covers a path: the organisation itself and all below it. */
export const covers = (scope: string, path: string): boolean =>
  path === scope || path.startsWith(`${scope}.`);

/** Whether somebody administers an organisation; what has no place only the whole city's do. */
export const administers = (grants: readonly Grant[], path: string | null): boolean =>
  grants.some(
    ({ role, scope }) =>
      role === "administrator" && (path === null ? !scope.includes(".") : covers(scope, path)),
  );
