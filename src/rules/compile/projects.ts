import type { NamedProject, StatedField, StatedValue } from "../contract/pack.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Located, PackSource } from "../source.ts";
import type { Desk } from "../resolve/desk.ts";

type Fields = ReadonlyMap<string, StatedField>;

/** What a project is said to be must be readable in both languages: each field and each word. */
export function checkStated({ stated, projects }: PackSource, desk: Desk): void {
  const fields: Fields = new Map(stated.map(({ value }) => [value.id, value]));
  for (const project of projects) {
    for (const [name, value] of Object.entries(project.value.stated)) {
      checkValue(project, { name, value, fields }, desk);
    }
  }
}

type Said = { readonly name: string; readonly value: StatedValue; readonly fields: Fields };

function checkValue(
  project: Located<NamedProject>,
  { name, value, fields }: Said,
  desk: Desk,
): undefined {
  const at = ["stated", name];
  const field = fields.get(name);
  if (!field) {
    const holes = { name, nearest: nearest(name, fields.keys()) };
    return desk.about(project, at, { code: "stated_field_unknown", holes });
  }
  if (!field.options) {
    if (typeof value !== "string") return;
    return desk.about(project, at, { code: "stated_unlabelled", holes: { field: name } });
  }
  const options = field.options.map(({ id }) => id);
  const word = typeof value === "string" ? value : value.zh;
  if (options.includes(word)) return;
  const holes = { name: word, nearest: nearest(word, options), fact: name, options };
  return desk.about(project, at, { code: "option_unknown", holes });
}
