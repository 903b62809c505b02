import { Value } from "typebox/value";
import type { Static, TSchema } from "typebox";
import type { Diagnostic, Located } from "../rules/index.ts";
import { formOf, kinds, type Form, type Kind } from "./layout.ts";
import { locate } from "./located.ts";
import { diagnosticOfFile } from "./places.ts";
import { oddScalars } from "./scalars.ts";
import { misfits, textsAsWritten } from "./schema.ts";
import { readYaml, type YamlFile } from "./yaml.ts";

/** One object of a pack, of whichever kind, fit for its schema. */
export type PackObject = { readonly kind: Kind; readonly located: Located<unknown> };

export type FileRead = {
  readonly objects: readonly PackObject[];
  readonly diagnostics: readonly Diagnostic[];
};

export type ReadFile = (path: string, inside: string, text: string) => FileRead;

/** Reads one file of a pack into its objects; `inside` is its path in the pack's folder. */
export function readFile(path: string, inside: string, text: string): FileRead {
  const form = formOf(inside);
  if (!form) return nothing(diagnosticOfFile(path, { code: "file_unplaced", holes: {} }));
  const { file, diagnostics } = readYaml(path, text);
  if (!file) return { objects: [], diagnostics };
  if (file.value === null || file.value === undefined) {
    return nothing(diagnosticOfFile(path, { code: "file_empty", holes: {} }));
  }
  const read = readForm(file, form);
  return { objects: read.objects, diagnostics: [...oddScalars(file), ...read.diagnostics] };
}

/** A way to read that remembers each file as it was last: of a pack that is edited, one changes. */
export function rememberingRead(): ReadFile {
  const last = new Map<string, { readonly text: string; readonly read: FileRead }>();
  return (path, inside, text) => {
    const known = last.get(path);
    if (known?.text === text) return known.read;
    const read = readFile(path, inside, text);
    last.set(path, { text, read });
    return read;
  };
}

const nothing = (diagnostic: Diagnostic): FileRead => ({ objects: [], diagnostics: [diagnostic] });

function readForm(file: YamlFile, form: Form): FileRead {
  if ("one" in form) return readKind(file, form.one, []);
  const keys: Record<string, TSchema> = {};
  for (const kind of form.lists) keys[kind] = { type: "array" };
  const shape = { type: "object", properties: keys, additionalProperties: false };
  const wrong = misfits({ file, path: [], value: file.value, schema: shape });
  if (wrong.length > 0) return { objects: [], diagnostics: wrong };
  const lists = file.value as Readonly<Record<string, readonly unknown[]>>;
  const reads = form.lists.flatMap((kind) =>
    (lists[kind] ?? []).map((_, index) => readKind(file, kind, [kind, index])),
  );
  return {
    objects: reads.flatMap((read) => read.objects),
    diagnostics: reads.flatMap((read) => read.diagnostics),
  };
}

function readKind(file: YamlFile, kind: Kind, path: readonly (string | number)[]): FileRead {
  const { located, diagnostics } = readObject(file, kinds[kind] as TSchema, path);
  return { objects: located ? [{ kind, located }] : [], diagnostics };
}

type ObjectRead<T> = {
  readonly located?: Located<T>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Holds what stands at a path against the schema of its kind. */
export function readObject<S extends TSchema>(
  file: YamlFile,
  schema: S,
  path: readonly (string | number)[],
): ObjectRead<Static<S>> {
  const whole = path.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>>)[step],
    file.value,
  );
  const value = textsAsWritten({ file, path, value: whole, schema });
  if (!Value.Check(schema, value)) {
    return { diagnostics: misfits({ file, path, value, schema }) };
  }
  const wrong = misfits({ file, path, value, schema });
  if (wrong.length > 0) return { diagnostics: wrong };
  return { located: locate(file, path, value), diagnostics: [] };
}
