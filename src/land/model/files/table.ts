import { maxFileVertices, type FileForm } from "../../contract.ts";
import type { Coordinate } from "../layer.ts";

/** A geometry as files hold it, in the coordinates of the file, heights left out. */
export type FileShape =
  | { readonly type: "Point"; readonly coordinates: Coordinate }
  | { readonly type: "MultiPoint"; readonly coordinates: readonly Coordinate[] }
  | { readonly type: "LineString"; readonly coordinates: readonly Coordinate[] }
  | {
      readonly type: "MultiLineString";
      readonly coordinates: readonly (readonly Coordinate[])[];
    }
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Coordinate[])[] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly (readonly Coordinate[])[])[];
    };

/** What is wrong with one row; `at` names the place in the coordinates in which it is told. */
export type RowFault = {
  readonly code: RowFaultCode;
  readonly at?: Coordinate;
  readonly detail?: string;
};

export const rowFaultCodes = [
  "row_unreadable",
  "shape_missing",
  "shape_unreadable",
  "shape_mixed",
  "shape_kind",
  "shape_invalid",
  "ring_open",
  "null_island",
  "too_many_vertices",
  "outside_city",
  "outside_district",
  "id_invalid",
  "id_twice",
  "text_too_long",
  "day_invalid",
  "day_future",
  "class_unknown",
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

export type Cell = string | number | boolean | null;

/** One row of a file: what it states, and where it lies. */
export type FileRow = {
  /** As a person would count it in the file, the heading left out. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly shape: FileShape | null;
  readonly fault: RowFault | null;
};

/** A file that was opened: its rows are read as they are asked for. */
export type FileTable = {
  readonly form: FileForm;
  readonly encoding: string | null;
  readonly table: string | null;
  /** The coordinate system as the file names it; null where it does not. */
  readonly stated: string | null;
  readonly rows: () => Iterable<FileRow>;
};

export const fileFaults = [
  "too_large",
  "form_unknown",
  "broken",
  "zip_bomb",
  "too_many_rows",
  "too_many_columns",
  "column_unusable",
  "too_many_vertices",
  "rows_missing",
  "place_missing",
  "too_slow",
  "given_up",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** A file that is not taken at all, and what it stumbled over; or one that nobody has time for. */
export type FileRefusal =
  | { readonly code: "map_file_refused"; readonly fault: FileFault; readonly detail: string }
  | { readonly code: "files_busy"; readonly waiting: number };

/**
 * Thrown by whatever reads bytes, deep inside of them; caught where a file is opened and where its
 * rows are read, and told as a refusal.
 */
export class FileBroken extends Error {
  override readonly name = "FileBroken";
  readonly fault: FileFault;
  readonly detail: string;

  constructor(fault: FileFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}

export const limits = {
  rows: 500_000,
  columns: 200,
  cellLength: 10_000,
  verticesOfRow: 200_000,
  vertices: maxFileVertices,
  unpackedBytes: 600 * 1024 * 1024,
  /** Honest maps pack to a twentieth; a bomb to a thousandth. */
  packedRatio: 200,
  packedFiles: 1000,
} as const;
