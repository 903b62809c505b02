const mentioned = new WeakMap<object, ReadonlySet<string>>();

/** Whether a name is used anywhere in a tree. */
export function mentions(node: object, name: string): boolean {
  const known = mentioned.get(node);
  if (known) return known.has(name);
  const names = new Set<string>();
  const parts: unknown[] = [node];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (part === null || typeof part !== "object") continue;
    if ("op" in part && part.op === "name" && "name" in part) names.add(String(part.name));
    parts.push(...Object.values(part).filter((inner) => inner !== undefined));
  }
  mentioned.set(node, names);
  return names.has(name);
}
