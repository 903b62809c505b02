/** Whether a scope covers a path: the organisation itself and all that stands below it. */
export const covers = (scope: string, path: string): boolean =>
  path === scope || path.startsWith(`${scope}.`);

/** Whether a scope is the city's own: it also covers what belongs to no place in particular. */
export const isWhole = (scope: string): boolean => !scope.includes(".");
