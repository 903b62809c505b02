/**
 * The colours of the map are the tokens of the page, read where they stand: one source for both
 * themes.
 */
const names = [
  "paper",
  "sheet",
  "ink",
  "ink-2",
  "ink-3",
  "rule",
  "rule-2",
  "edge",
  "indigo",
  "on-indigo",
  "maybe",
  "stop",
  "land",
  "water",
  "water-ink",
  "green",
  "green-ink",
  "road",
  "road-edge",
  "b-a",
  "b-b",
  "b-c",
  "b-edge",
  "r-core",
  "r-central",
  "r-sub",
  "r-town",
  "r-eco",
] as const;

type Name = (typeof names)[number];
export type Palette = Readonly<Record<Name, string>>;

/** Resolves light-dark() by letting the browser paint with the token. */
export function readPalette(): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const read = (name: Name): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(names.map((name) => [name, read(name)])) as Palette;
  probe.remove();
  return palette;
}

/**
 * The colours for paper: those of the light theme, whichever the page stands in. Tokens are
 * resolved at the root, so it turns light while they are read; nothing is painted meanwhile.
 */
export function readPaperPalette(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset["theme"] = "light";
  const palette = readPalette();
  if (theme === undefined) delete dataset["theme"];
  else dataset["theme"] = theme;
  return palette;
}

/** The same colour, thinner. The tokens resolve to rgb(r, g, b). */
export const thin = (colour: string, opacity: number): string =>
  colour.replace(/^rgb\((.*)\)$/, `rgba($1, ${opacity})`);
