import { toGrid, type Position, type TilePlace } from "./grid.ts";

/** A point on the grid of a tile. */
export type GridPoint = readonly [number, number];

export const shapeKinds = { point: 1, line: 2, polygon: 3 } as const;

/** A shape on the grid of a tile: points, lines, or rings of which each hole follows its shell. */
export type GridShape = {
  readonly kind: keyof typeof shapeKinds;
  readonly paths: readonly (readonly GridPoint[])[];
};

/** A geometry as GeoJSON has it, in degrees. */
export type Geometry = {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
};

type Line = readonly Position[];
type Rings = readonly Line[];

/** Points that fall on one place of the grid are one. */
function onGrid(line: Line, place: TilePlace): GridPoint[] {
  const points: GridPoint[] = [];
  for (const position of line) {
    const point = toGrid(position, place);
    const last = points.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  return points;
}

/** Twice the area of a ring; positive where it runs clockwise on screen, as shells do. */
export function turnOf(ring: readonly GridPoint[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** A ring without its closing point, turned as asked; nothing where no area is left of it. */
function ringOnGrid(ring: Line, place: TilePlace, isShell: boolean): GridPoint[] | undefined {
  const points = onGrid(ring, place);
  const [first] = points;
  const last = points.at(-1);
  if (first && last && first[0] === last[0] && first[1] === last[1]) points.pop();
  const turn = turnOf(points);
  if (points.length < 3 || turn === 0) return undefined;
  return turn > 0 === isShell ? points : points.reverse();
}

function polygonOnGrid(rings: Rings, place: TilePlace): GridPoint[][] {
  const [shell, ...holes] = rings;
  const outline = shell && ringOnGrid(shell, place, true);
  if (!outline) return [];
  const inner = holes.map((hole) => ringOnGrid(hole, place, false));
  return [outline, ...inner.filter((hole) => hole !== undefined)];
}

const lineOnGrid = (line: Line, place: TilePlace): GridPoint[][] => {
  const points = onGrid(line, place);
  return points.length < 2 ? [] : [points];
};

type Part = { readonly kind: GridShape["kind"]; readonly paths: GridPoint[][] };

/** The parts of a geometry; a cut may leave parts of lower dimension along its edge. */
function partsOf({ type, coordinates, geometries = [] }: Geometry, place: TilePlace): Part[] {
  switch (type) {
    case "Point":
      return [{ kind: "point", paths: [[toGrid(coordinates as Position, place)]] }];
    case "MultiPoint":
      return [{ kind: "point", paths: [(coordinates as Line).map((at) => toGrid(at, place))] }];
    case "LineString":
      return [{ kind: "line", paths: lineOnGrid(coordinates as Line, place) }];
    case "MultiLineString":
      return [
        { kind: "line", paths: (coordinates as Rings).flatMap((line) => lineOnGrid(line, place)) },
      ];
    case "Polygon":
      return [{ kind: "polygon", paths: polygonOnGrid(coordinates as Rings, place) }];
    case "MultiPolygon":
      return (coordinates as readonly Rings[]).map((rings) => ({
        kind: "polygon",
        paths: polygonOnGrid(rings, place),
      }));
    default:
      return geometries.flatMap((geometry) => partsOf(geometry, place));
  }
}

/** A geometry on the grid of a tile; undefined where nothing of its own kind is left there. */
export function shapeOnGrid(
  geometry: Geometry,
  kind: GridShape["kind"],
  place: TilePlace,
): GridShape | undefined {
  const paths = partsOf(geometry, place)
    .filter((part) => part.kind === kind)
    .flatMap((part) => part.paths)
    .filter((path) => path.length > 0);
  return paths.length === 0 ? undefined : { kind, paths };
}
