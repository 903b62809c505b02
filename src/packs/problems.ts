type Nothing = Record<never, never>;

/** Every finding of the reader of packs by its code, with what its sentence must fill in. */
export type Holes = {
  folder_unreadable: { folder: string; reason: string };
  pack_missing: { id: string };
  manifest_missing: { id: string };
  language_newer: { language: number; reads: number };
  extends_cycle: { cycle: string };
  pack_id_differs: { id: string; folder: string };
  file_too_large: { length: number; most: number };
  too_many_files: { count: number; most: number };
  file_not_utf8: Nothing;
  file_unplaced: Nothing;
  file_empty: Nothing;
  form_unsafe: Nothing;
  yaml_broken: { reason: string };
  yaml_tab: Nothing;
  yaml_aliases: { most: number };
  yaml_too_deep: { most: number };
  key_twice: { key: string };
  key_unknown: { key: string; nearest: string | undefined; known: readonly string[] };
  key_missing: { key: string };
  name_unfit: { name: string };
  value_unfit: { expected: string; found: string };
  word_unknown: { found: string; nearest: string | undefined; known: readonly string[] };
  text_unfit: { found: string; key: string };
  list_too_short: { least: number };
  number_inexact: { text: string };
  day_unknown: { text: string };
  text_broken: Nothing;
  id_twice: { id: string; file: string; line: number };
};

export type PackCode = keyof Holes;

/** The sentences of one language, by code: what is wrong, and what to do. */
export type Messages = {
  readonly [C in PackCode]: (holes: Holes[C]) => readonly [message: string, hint: string];
};
