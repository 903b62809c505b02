import type { FileHandle } from "node:fs/promises";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { csvHead, csvLines } from "../model/verdict-csv.ts";
import { emptyRows, type VerdictRows } from "../model/verdict-rows.ts";

/** The forms of a file of verdicts, by the end of its name. */
export const verdictKinds = ["csv", "parquet"] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** Takes the rows of one stretch after the other; `end` writes what belongs at the end. */
export type VerdictWriter = {
  readonly put: (rows: VerdictRows) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Writes verdicts into an open file; nothing but the rows at hand is kept in memory. */
export const verdictWriter = (kind: VerdictKind, file: FileHandle): VerdictWriter =>
  kind === "csv" ? csvWriter(file) : parquetWriter(file);

function csvWriter(file: FileHandle): VerdictWriter {
  let head = csvHead(emptyRows());
  return {
    async put(rows) {
      await file.write(head + csvLines(rows));
      head = "";
    },
    async end() {
      await file.write(head);
    },
  };
}

type Column = {
  readonly type: "STRING" | "BOOLEAN" | "INT32" | "DOUBLE";
  readonly nullable: boolean;
};

const text = (nullable: boolean): Column => ({ type: "STRING", nullable });

const columns: Readonly<Record<keyof VerdictRows, Column>> = {
  case: text(false),
  synthetic: { type: "BOOLEAN", nullable: false },
  subject: text(false),
  rule: text(false),
  condition: text(false),
  verdict: text(false),
  effect: { type: "INT32", nullable: true },
  amount_min: { type: "DOUBLE", nullable: true },
  amount_max: { type: "DOUBLE", nullable: true },
  unit: text(true),
  bounds: text(true),
};

const names = Object.keys(columns) as (keyof VerdictRows)[];

const repetitions = { true: "OPTIONAL", false: "REQUIRED" } as const;

const schema = [
  { name: "root", num_children: names.length },
  ...names.map((name) => {
    const { type, nullable } = columns[name];
    const repetition_type = repetitions[`${nullable}`];
    return type === "STRING"
      ? ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type } as const)
      : ({ name, type, repetition_type } as const);
  }),
];

const rowGroupSize = 100_000;

function parquetWriter(file: FileHandle): VerdictWriter {
  const bytes = new ByteWriter();
  const flush = async (): Promise<void> => {
    await file.write(bytes.getBytes());
    bytes.index = 0;
  };
  const writer = new ParquetWriter({ writer: Object.assign(bytes, { flush }), schema });
  return {
    async put(rows) {
      await writer.write({
        columnData: names.map((name) => ({ name, data: rows[name] })),
        rowGroupSize,
      });
    },
    async end() {
      await writer.finish();
      await flush();
    },
  };
}
