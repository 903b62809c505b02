/** What the address of the list of changes may hold. */
export type ChangesSearch = { layer?: string };

export function readChangesSearch(search: Record<string, unknown>): ChangesSearch {
  const layer = search["layer"];
  return typeof layer === "string" && /^[a-z_]{1,40}$/.test(layer) ? { layer } : {};
}
