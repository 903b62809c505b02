import type { ColumnMap, FileColumn } from "../../contract.ts";
import { FileBroken, type Cell, type FileRow } from "./table.ts";
import { isKept, keepable } from "./text.ts";

type Seen = { filled: number; readonly types: Set<"text" | "number" | "boolean"> };

const targets = ["id", "name", "name_en", "class", "valid_from"] as const;
type Target = (typeof targets)[number];

/** What columns of each meaning are usually called, the likelier first. */
const usual: Readonly<Record<Target, RegExp>> = {
  id: /^(id|code|fid|gid|osm_id|bsm|objectid|编号|代码|标识码|.*_id)$/i,
  name: /^(name|name_zh|mc|title|名称|名字|.*名称)$/i,
  name_en: /^(name_en|english|en|英文名|英文名称)$/i,
  class: /^(class|kind|type|grade|level|类别|类型|级别|种类)$/i,
  valid_from: /^(valid_from|since|start_date|生效日期|启用日期)$/i,
};

function typeOf(types: ReadonlySet<"text" | "number" | "boolean">): FileColumn["type"] {
  const [first, ...others] = types;
  if (first === undefined) return "empty";
  return others.length === 0 ? first : "mixed";
}

const typeOfCell = (cell: Cell): "text" | "number" | "boolean" | undefined => {
  if (typeof cell === "number") return "number";
  if (typeof cell === "boolean") return "boolean";
  return typeof cell === "string" && cell.trim() !== "" ? "text" : undefined;
};

/** Tells the columns of a file while its rows pass by. */
export class ColumnCollector {
  private readonly columns = new Map<string, Seen>();
  private readonly first: FileRow[] = [];

  add(row: FileRow): void {
    if (this.first.length < 10) this.first.push(row);
    for (const [name, cell] of row.cells) {
      const seen = this.columns.get(name) ?? this.begin(name);
      const type = typeOfCell(cell);
      if (type === undefined) continue;
      seen.filled += 1;
      seen.types.add(type);
    }
  }

  private begin(name: string): Seen {
    if (!isKept(name)) throw new FileBroken("column_unusable", keepable(name).slice(0, 60));
    const seen: Seen = { filled: 0, types: new Set() };
    this.columns.set(name, seen);
    return seen;
  }

  get count(): number {
    return this.columns.size;
  }

  told(): { columns: FileColumn[]; sample: (string | null)[][] } {
    const map = this.proposal();
    const names = [...this.columns.keys()];
    const columns = [...this.columns].map(([name, { filled, types }]) => ({
      name,
      type: typeOf(types),
      filled,
      target: targets.find((target) => map[target] === name) ?? null,
    }));
    const sample = this.first.map((row) =>
      names.map((name) => {
        const cell = row.cells.get(name) ?? null;
        return cell === null ? null : keepable(String(cell).slice(0, 100));
      }),
    );
    return { columns, sample };
  }

  private proposal(): ColumnMap {
    const map: ColumnMap = {};
    const filled = [...this.columns].filter(([, seen]) => seen.filled > 0).map(([name]) => name);
    for (const target of targets) {
      const free = filled.filter((name) => !Object.values(map).includes(name));
      const exact = free.find((name) => name.toLowerCase() === target);
      const found = exact ?? free.find((name) => usual[target].test(name));
      if (found !== undefined) map[target] = found;
    }
    return map;
  }
}

/** The proposal of the findings as a map. */
export const proposedMap = (columns: readonly FileColumn[]): ColumnMap =>
  Object.fromEntries(
    columns.flatMap(({ name, target }) => (target === null ? [] : [[target, name]])),
  );

/** The first column of a map that the file does not have. */
export const strangeColumn = (map: ColumnMap, columns: readonly FileColumn[]): string | undefined =>
  Object.values(map).find((name) => !columns.some((column) => column.name === name));
