type Place = { readonly path: string; readonly parent: string | null };

export type Branch<Line extends Place> = { readonly line: Line; readonly below: Branch<Line>[] };

/**
 * The lines as trees. A line whose parent is not among them, because the reader may not see it, is
 * the root of its own tree.
 */
export function branchesOf<Line extends Place>(lines: readonly Line[]): Branch<Line>[] {
  const branches = new Map(lines.map((line) => [line.path, { line, below: [] as Branch<Line>[] }]));
  const roots: Branch<Line>[] = [];
  for (const branch of branches.values()) {
    const parent = branch.line.parent === null ? undefined : branches.get(branch.line.parent);
    (parent?.below ?? roots).push(branch);
  }
  return roots;
}

/** Whether a branch stands open: the first always, deeper ones on the way to what is picked. */
export const isOpen = (path: string, picked: string): boolean =>
  !path.includes(".") || picked === path || picked.startsWith(`${path}.`);
