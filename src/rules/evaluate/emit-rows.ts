import type { Place, Sheet } from "./emit.ts";

/** Generated code on a machine: the rows of the current subjects of one case. */
export function placeOnRows(sheet: Sheet): Place {
  const rows = new Map<number, string>();
  return {
    cell: (column, { level, fact }) => `${rows.get(level) ?? `row${level}`}.${column}[${fact}]`,
    isListed: (level) => `machine.table.listed[${level}]`,
    anyGone: (reads) => `anyGone(machine, ${sheet.value(reads)})`,
    prove: (node) => `machine.prove(${sheet.value(node)})`,
    overSubjects(level, body) {
      const [all, index, row] = ["all", "i", "row"].map((prefix) => sheet.name(prefix));
      const outer = rows.get(level);
      rows.set(level, row!);
      sheet.line(`const ${all} = machine.table.rows[${level}];`);
      sheet.line(
        `const was_${row} = machine.rows[${level}], at_${row} = machine.current[${level}];`,
      );
      sheet.line(`for (let ${index} = 0; ${index} < ${all}.length; ${index}++) {`);
      sheet.line(`const ${row} = machine.rows[${level}] = ${all}[${index}];`);
      sheet.line(`machine.current[${level}] = ${index};`);
      body();
      sheet.line("}");
      sheet.line(`machine.rows[${level}] = was_${row}; machine.current[${level}] = at_${row};`);
      rows.delete(level);
      if (outer) rows.set(level, outer);
    },
  };
}
