import { accept, refuse, type Decision } from "../../../base/decision.ts";
import type { ColumnMap } from "../../contract.ts";
import type { Coordinate } from "../layer.ts";
import { polygonArea } from "../planar.ts";
import { roundDegrees, toPlane } from "../projection.ts";
import { strangeCell } from "./cells.ts";
import type { CityOutline } from "./city-outline.ts";
import { kindOfShape, moved, polygonsOf, positionsOf, simplest } from "./shape.ts";
import { degreesOf, type CrsChoice } from "./systems.ts";
import { limits, type Cell, type FileRow, type FileShape, type RowFault } from "./table.ts";

/** A feature as it goes onto the map, but for the check of its shape by the database. */
export type ReadyRow = {
  readonly number: number;
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly geom: FileShape;
  readonly planar: FileShape;
  readonly area_dm2: number;
  readonly properties: Readonly<Record<string, Cell>>;
  readonly synthetic: boolean;
  readonly valid_from: string | null;
};

/** How rows become features. */
export type RowOrder = {
  readonly choice: CrsChoice;
  readonly columns: ColumnMap;
  readonly keepsOtherColumns: boolean;
  readonly isSynthetic: boolean;
  /** The kind of geometry that the layer holds. */
  readonly geometry: "point" | "line" | "polygon";
  /** The classes that the layer knows, where clauses speak of some of them. */
  readonly classes?: readonly string[] | undefined;
  /** The civil day in the city: what begins later is not taken. */
  readonly today: string;
  readonly city: CityOutline;
  /** A short hash of a text: names what has no id of its own. */
  readonly hash: (text: string) => string;
};

type Made<T> = Decision<T, RowFault>;

const round = (value: number): number => Math.round(value * 100) / 100;

/** What is wrong with a shape before it is moved to where it lies. */
function faultOfShape(shape: FileShape, { choice, geometry }: RowOrder): RowFault | undefined {
  if (kindOfShape(shape) !== geometry) return { code: "shape_kind", detail: shape.type };
  if (shape.type === "MultiPoint") return { code: "shape_kind", detail: shape.type };
  const points = positionsOf(shape);
  if (points.length === 0) return { code: "shape_missing" };
  if (points.length > limits.verticesOfRow) {
    return { code: "too_many_vertices", detail: `${points.length} > ${limits.verticesOfRow}` };
  }
  const isNull = ([x, y]: Coordinate): boolean => Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6;
  if (choice.system.unit === "degree" && points.some(isNull)) {
    return { code: "null_island", at: [0, 0] };
  }
  return undefined;
}

/** The place of a ring whose last point is not its first. */
function openRing(shape: FileShape): Coordinate | undefined {
  for (const ring of polygonsOf(shape).flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return last ?? [0, 0];
  }
  return undefined;
}

type Placed = { readonly geom: FileShape; readonly planar: FileShape };

function faultOfPlace({ geom, planar }: Placed, order: RowOrder): RowFault | undefined {
  const open = openRing(geom);
  if (open) return { code: "ring_open", at: open };
  if (order.city.meets(planar)) return undefined;
  return { code: "outside_city", at: positionsOf(geom)[0]! };
}

function placeRow(shape: FileShape, order: RowOrder): Made<Placed> {
  const wrong = faultOfShape(shape, order);
  if (wrong) return refuse(wrong);
  const degrees = moved(shape, (at) => degreesOf(order.choice, at));
  const planar = moved(degrees, (at) => {
    const [east, north] = toPlane(at);
    return [round(east), round(north)];
  });
  const far = positionsOf(planar).findIndex(([x, y]) => !Number.isFinite(x + y));
  if (far >= 0) return refuse({ code: "outside_city", at: positionsOf(shape)[far]! });
  const placed = { geom: simplest(moved(degrees, roundDegrees)), planar: simplest(planar) };
  const fault = faultOfPlace(placed, order);
  return fault ? refuse(fault) : accept(placed);
}

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

/** A day as tables write it: with dashes, without, or as Excel counts days. */
export function readDay(cell: Cell): Made<string | null> {
  const text = textOf(cell);
  if (text === "") return accept(null);
  const plain = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?$/.exec(text);
  const isSerial = typeof cell === "number" && cell > 20_000 && cell < 80_000;
  const day = isSerial
    ? new Date(Math.round((cell - 25_569) * 86_400_000))
    : new Date(plain ? `${plain[1]}-${pad(plain[2])}-${pad(plain[3])}T00:00:00Z` : NaN);
  if (Number.isNaN(day.getTime()))
    return refuse({ code: "day_invalid", detail: text.slice(0, 60) });
  const written = day.toISOString().slice(0, 10);
  const isSame = isSerial || Number(written.slice(8)) === Number(plain?.[3]);
  return isSame ? accept(written) : refuse({ code: "day_invalid", detail: text });
}

const pad = (part: string | undefined): string => (part ?? "").padStart(2, "0");

type Words = Pick<ReadyRow, "id" | "name_zh" | "name_en" | "valid_from" | "properties">;

/** The columns of the map itself: they are not kept among the layer's own. */
const ownColumns = ["id", "name", "name_en", "synthetic", "valid_from", "layer"];

/** The class of a row; clauses speak of some by their words, and would pass by any other word. */
function classOf({ cells }: FileRow, { columns, classes }: RowOrder): Made<string | null> {
  const word = columns.class === undefined ? "" : textOf(cells.get(columns.class));
  if (word === "") return accept(null);
  if (!classes || classes.includes(word)) return accept(word);
  return refuse({
    code: "class_unknown",
    detail: `${word.slice(0, 60)} (${classes.join(", ")})`,
  });
}

function propertiesOf(
  { cells }: FileRow,
  { columns, keepsOtherColumns }: RowOrder,
  word: string | null,
) {
  const taken = Object.values(columns);
  const kept = [...cells].filter(
    ([name, cell]) =>
      keepsOtherColumns && cell !== null && !taken.includes(name) && !ownColumns.includes(name),
  );
  return Object.fromEntries(word === null ? kept : [...kept, ["class", word]]);
}

function wordsOf(row: FileRow, order: RowOrder): Made<Words> {
  const { cells } = row;
  const cell = (name: string | undefined): Cell => (name ? (cells.get(name) ?? null) : null);
  const { columns, hash, today } = order;
  const name = textOf(cell(columns.name));
  const stated = textOf(cell(columns.id));
  const id = stated || `x-${hash(JSON.stringify([name, row.shape]))}`;
  if (id.length > 80 || /[\p{Cc}/]/u.test(id)) {
    return refuse({ code: "id_invalid", detail: id.slice(0, 80) });
  }
  const day = readDay(cell(columns.valid_from));
  if (!day.ok) return day;
  if (day.value !== null && day.value > today) {
    return refuse({ code: "day_future", detail: day.value });
  }
  const word = classOf(row, order);
  if (!word.ok) return word;
  return accept({
    id,
    name_zh: name || id,
    name_en: textOf(cell(columns.name_en)) || name || id,
    valid_from: day.value,
    properties: propertiesOf(row, order, word.value),
  });
}

/** One row as a feature, or its first fault. Nothing is repaired. */
export function readyRow(row: FileRow, order: RowOrder): Made<ReadyRow> {
  if (row.fault) return refuse(row.fault);
  const strange = strangeCell(row.cells);
  if (strange !== undefined) return refuse({ code: "text_too_long", detail: strange.slice(0, 60) });
  if (!row.shape) return refuse({ code: "shape_missing" });
  const placed = placeRow(row.shape, order);
  if (!placed.ok) return placed;
  const words = wordsOf(row, order);
  if (!words.ok) return words;
  const area = polygonsOf(placed.value.planar).reduce((sum, rings) => sum + polygonArea(rings), 0);
  const marked = row.cells.get("synthetic");
  return accept({
    number: row.number,
    ...words.value,
    ...placed.value,
    area_dm2: Math.round(area * 100),
    synthetic:
      order.isSynthetic || marked === true || marked === 1 || /^(true|1|是)$/i.test(textOf(marked)),
  });
}
