/** A cell that begins so is taken for a formula by programs that open tables. */
const formula = /^[=+\-@\t\r\n]/;

/** One cell: never a formula, and whole whatever stands in it. */
export function csvCell(value: string): string {
  const text = formula.test(value.trimStart()) || formula.test(value) ? `'${value}` : value;
  return /["\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as a file that spreadsheets open in the right characters. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\u{FEFF}${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
