/** A subdistrict by its nine digits and its name: both real. Its shape is known to no open data. */
export type Subdistrict = { readonly code: string; readonly name: string };

const lineForm = /^(\d{9}),([^,]+)$/;

/** Reads the list of subdistricts; undefined where a line is not in the expected form. */
export function parseSubdistricts(text: string): Subdistrict[] | undefined {
  const [head, ...lines] = text.trimEnd().split("\n");
  const rows = lines.map((line) => lineForm.exec(line));
  if (head !== "code,name" || !rows.every((row) => row !== null)) return undefined;
  return rows.map(([, code = "", name = ""]) => ({ code, name }));
}

/** The district of a subdistrict: the first six of its digits. */
export const districtOf = ({ code }: Subdistrict): string => code.slice(0, 6);
