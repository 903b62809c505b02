import type { CityFigures, Loading, Making, RingTotal } from "../city.ts";
import { row, type Section } from "../report.ts";

const count = new Intl.NumberFormat("en");

const makingRow = (name: string, { features, seconds, peakMb, digest }: Making): string =>
  row(name, count.format(features), seconds.toFixed(0), peakMb, digest.slice(0, 16));

const ringRow = ({ ring, blocks, km2, buildings, m2, publishedM2 }: RingTotal): string =>
  row(
    ring,
    blocks,
    km2.toFixed(6),
    count.format(buildings),
    count.format(m2),
    publishedM2 === undefined ? "" : count.format(publishedM2),
  );

const loadingRow = (loading: Loading): string =>
  row(
    `${loading.size}, ${loading.engine}`,
    loading.seconds.toFixed(0),
    count.format(loading.features),
    loading.blocks,
    loading.km2.toFixed(6),
    count.format(loading.buildings),
    count.format(loading.m2),
  );

const shapesRow = (loading: Loading): string =>
  row(
    `${loading.size}, ${loading.engine}`,
    loading.invalid,
    loading.overlapM2.toFixed(4),
    loading.gapM2.toFixed(4),
    loading.touching,
    loading.outside,
  );

const publishedKm2 = 3562.5;

const isSound = ({ invalid, overlapM2, gapM2, touching, outside }: Loading): boolean =>
  invalid + touching + outside === 0 && overlapM2 < 1 && Math.abs(gapM2) < 1;

/** The figures of a whole city; broken where it differs from itself, or from what is published. */
export function citySection({ first, again, other, rings, loadings }: CityFigures): Section {
  const isSame = first.digest === again.digest && first.digest !== other.digest;
  const whole = loadings.find(({ size }) => size === "city");
  const isPublished =
    whole !== undefined &&
    Math.abs(whole.km2 - publishedKm2) <= 0.001 &&
    rings.every(({ m2, publishedM2 }) => m2 === publishedM2);
  return {
    title: "The synthetic city",
    isBroken: !isSame || !isPublished || !loadings.every(isSound),
    lines: [
      isSame
        ? "Two makings of one seed are the same to the byte; another seed makes another city."
        : "**Two makings of one seed differ, or two seeds do not.**",
      "",
      "| making | features | seconds | most memory so far, MB | sha256 of all layers |",
      "| --- | --- | --- | --- | --- |",
      makingRow("seed 1", first),
      makingRow("seed 1 again", again),
      makingRow("seed 2", other),
      "",
      "| ring | blocks | km² | buildings | floor area, m² | published, m² |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rings.map(ringRow),
      "",
      "Generated and loaded, and what the engine then counts:",
      "",
      "| load | seconds | features | blocks | km² | buildings | floor area, m² |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      ...loadings.map(loadingRow),
      "",
      "| load | invalid shapes | blocks overlap, m² | gaps, m² | buildings touch | outside block |",
      "| --- | --- | --- | --- | --- | --- |",
      ...loadings.map(shapesRow),
    ],
  };
}
