/** A line of a pack's file: its indent, the key that it begins with, and the rest. */
export type YamlLine = { readonly indent: string; readonly key: string; readonly rest: string };

const shape = /^(\s*(?:- )?)([A-Za-z_][\w.-]*:(?=\s|$))?(.*)$/;

/** Takes a line apart for the eye: keys stand out, whatever else it holds stays as it is. */
export function yamlLine(line: string): YamlLine {
  const [, indent = "", key = "", rest = ""] = shape.exec(line) ?? [];
  return { indent, key, rest };
}
