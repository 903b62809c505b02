import type { Messages } from "./problems.ts";

const reasons: Readonly<Record<string, string>> = {
  BAD_INDENT: "the indentation does not line up",
  MISSING_CHAR: "a colon, a quotation mark or a bracket is missing",
  UNEXPECTED_TOKEN: "the sign here makes no sense",
  BAD_SCALAR_START: "a value does not begin with this sign",
  BLOCK_AS_IMPLICIT_KEY: "indented content is no key",
  BLOCK_IN_FLOW: "indented content does not stand between brackets",
  BAD_DQ_ESCAPE: "an escape between the quotation marks is wrong",
  BAD_ALIAS: "the anchor that is named does not exist",
  MULTILINE_IMPLICIT_KEY: "a key does not span lines",
  MULTIPLE_DOCS: "a file holds one document",
  MULTIPLE_ANCHORS: "a value has one anchor",
  TAG_RESOLVE_FAILED: "this tag is not supported",
};

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  null: "nothing",
  shape: "one of the forms allowed",
};
const kind = (name: string): string => kinds[name] ?? name;

export const en: Messages = {
  folder_unreadable: ({ folder, reason }) => [
    `the folder ${folder} cannot be read (${reason})`,
    "check the path and its permissions",
  ],
  pack_missing: ({ id }) => [
    `there is no pack named ${id}`,
    "check the name, or put it into the folder of packs",
  ],
  manifest_missing: ({ id }) => [`the pack ${id} has no pack.yaml`, "add pack.yaml"],
  language_newer: ({ language, reads }) => [
    `this pack is written in version ${language} of the language; this program reads up to ${reads}`,
    `use a Zhibu that reads version ${language}, or set language back to ${reads}`,
  ],
  extends_cycle: ({ cycle }) => [`packs extend each other: ${cycle}`, "remove one of the extends"],
  pack_id_differs: ({ id, folder }) => [
    `pack.yaml says ${id}, and its folder is named ${folder}`,
    "write the same name in both places",
  ],
  file_too_large: ({ length, most }) => [
    `the file has ${length} characters; the most is ${most}`,
    "split it into several files",
  ],
  too_many_files: ({ count, most }) => [
    `the pack has ${count} files; the most is ${most}`,
    "remove what does not belong to it",
  ],
  file_not_utf8: () => ["the file is not in UTF-8", "save it as UTF-8"],
  file_unplaced: () => [
    "a pack has no place for this file",
    "measures go into policy/<document>/, facts into facts/, registers into registers/, projects into projects/ and their fields into stated.yaml",
  ],
  file_empty: () => ["the file is empty", "write something into it, or remove it"],
  form_unsafe: () => [
    "the file cannot be written in the one form without changing what it says",
    "write what is rare in it in a plainer way: tags, keys that are no words, several anchors",
  ],
  yaml_broken: ({ reason }) => [
    `the YAML is broken: ${reasons[reason] ?? reason}`,
    "check this line and the one above it",
  ],
  yaml_tab: () => ["a tab is used for indentation", "use spaces"],
  yaml_aliases: ({ most }) => [`anchors are used more than ${most} times`, "write the content out"],
  yaml_too_deep: ({ most }) => [`brackets nest deeper than ${most} levels`, "nest less"],
  key_twice: ({ key }) => [`${key} stands twice`, "remove one"],
  key_unknown: ({ key, nearest, known }) => [
    `there is no key ${key} here`,
    nearest === undefined ? `the keys are ${known.join(", ")}` : `did you mean ${nearest}?`,
  ],
  key_missing: ({ key }) => [`${key} is missing`, `add ${key}`],
  name_unfit: ({ name }) => [
    `"${name}" is no name`,
    "a name begins with a small letter and holds small letters, digits and underscores only",
  ],
  value_unfit: ({ expected, found }) => [
    `${kind(expected)} is needed here, and this is ${kind(found)}`,
    `write ${kind(expected)}`,
  ],
  word_unknown: ({ found, nearest, known }) => [
    `"${found}" is not one of the words allowed here`,
    nearest === undefined ? `the words are ${known.join(", ")}` : `did you mean ${nearest}?`,
  ],
  text_unfit: ({ found, key }) => [
    `${key} cannot be "${found}"`,
    "follow the form of the files beside it",
  ],
  list_too_short: ({ least }) => [
    `the list needs at least ${least} item${least === 1 ? "" : "s"}`,
    "add to it",
  ],
  number_inexact: ({ text }) => [
    `the number ${text} has more digits than are kept, and would be read as another`,
    "put it between quotation marks, as a text",
  ],
  day_unknown: ({ text }) => [
    `${text} is no day of the calendar`,
    "write a day that there is, as in 2024-12-31",
  ],
  text_broken: () => [
    "this text holds half of a character",
    "write the whole character instead of its escape",
  ],
  id_twice: ({ id, file, line }) => [
    `${id} stands already in ${file}:${line}`,
    "rename one of them",
  ],
};
