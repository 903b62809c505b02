import { percentile } from "../../../test/bench/conflicts.ts";
import type { ConflictFigures } from "../conflicts.ts";
import { row, table, type Section } from "../report.ts";

const told = 10;

/** What the two ways of measuring agree on, and how long a check took beside whatever else ran. */
export function conflictSection(figures: ConflictFigures): Section {
  const { engine, size, features, checked, compared, met, refused, disagreements } = figures;
  return {
    title: `Conflict checks beside an independent engine, ${engine}, ${size}`,
    isBroken: disagreements.length > 0 || checked === 0,
    lines: [
      ...table([
        row("features on the map", features),
        row("random polygons", checked),
        row("of these outside the city", refused),
        row("areas compared", compared),
        row("of these more than nothing", met),
        row("areas that differ by more than 0.01 m²", disagreements.length),
        row("the greatest difference, m²", figures.worstM2.toFixed(4)),
        row("a check, p50, ms", percentile(figures.millis, 50).toFixed(1)),
        row("a check, p95, ms", percentile(figures.millis, 95).toFixed(1)),
      ]),
      ...disagreements
        .slice(0, told)
        .map(
          ({ place, layer, database, slabs }) =>
            `- polygon ${place}, ${layer}: ${database} and ${slabs} m²`,
        ),
    ],
  };
}
