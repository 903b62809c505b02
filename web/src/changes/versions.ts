import type { FeatureVersion } from "../api/changes.ts";

/** A property that differs between two versions; null where one of them has none. */
export type Difference = {
  readonly name: string;
  readonly was: string | null;
  readonly now: string | null;
};

const text = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};

const told = ({ name, properties }: FeatureVersion): Record<string, unknown> => ({
  name,
  ...properties,
});

/** What a version says otherwise than the one before it. */
export function differencesOf(before: FeatureVersion, version: FeatureVersion): Difference[] {
  const [was, now] = [told(before), told(version)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return names
    .map((name) => ({ name, was: text(was[name]), now: text(now[name]) }))
    .filter((line) => line.was !== line.now);
}

export const hasMoved = (before: FeatureVersion, version: FeatureVersion): boolean =>
  JSON.stringify(before.geometry) !== JSON.stringify(version.geometry);

/** The newest first, each with the one that it took the place of. */
export function withBefore(
  versions: readonly FeatureVersion[],
): { version: FeatureVersion; before: FeatureVersion | undefined }[] {
  const sorted = [...versions].sort((a, b) => b.version - a.version);
  return sorted.map((version, place) => ({ version, before: sorted[place + 1] }));
}
