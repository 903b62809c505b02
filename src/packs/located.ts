import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from "yaml";
import type { Located } from "../rules/index.ts";
import { placeOf } from "./places.ts";
import type { YamlFile } from "./yaml.ts";

type Path = readonly (string | number)[];

const resolved = (document: Document, node: unknown): Node | null =>
  (isAlias(node) ? node.resolve(document) : (node as Node | null | undefined)) ?? null;

const keyOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

type Found = { readonly node: Node | null; readonly key: Node | null };

/** The node at a path, or the nearest above it that exists; and the key that it stands behind. */
export function nodeAt(file: YamlFile, path: Path): Found {
  let found: Found = { node: resolved(file.document, file.document.contents), key: null };
  for (const step of path) {
    const next = stepInto(file, found, step);
    if (!next) return { node: found.node, key: null };
    found = next;
  }
  return found;
}

function stepInto(file: YamlFile, { node, key }: Found, step: string | number): Found | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyOf(item.key) === String(step));
    return pair && { key: pair.key as Node, node: resolved(file.document, pair.value) };
  }
  if (!isSeq(node)) return { node, key };
  const item = resolved(file.document, node.items[Number(step)]);
  return item ? { node: item, key: null } : undefined;
}

/** Where the key at the end of a path is written; its value's place where there is no key. */
export function keyRange(file: YamlFile, path: Path): readonly [number, number] {
  const { node, key } = nodeAt(file, path);
  return rangeOf(key ?? node);
}

export function valueRange(file: YamlFile, path: Path): readonly [number, number] {
  const { node, key } = nodeAt(file, path);
  const [start, end] = rangeOf(node?.range ? node : key);
  return [start, end];
}

function rangeOf(node: Node | null): readonly [number, number] {
  const [start = 0, end = 1] = node?.range ?? [];
  return [start, Math.max(end, start + 1)];
}

/** An object of a file with a way to find each of its parts; `root` is its own path in the file. */
export function locate<T>(file: YamlFile, root: Path, value: T): Located<T> {
  return {
    value,
    file: file.path,
    at: (path, offset = 0) => {
      const { node, key } = nodeAt(file, [...root, ...path]);
      const place = node?.range ? node : key;
      const start = isScalar(node) ? offsetInScalar(file, node, offset) : (place?.range?.[0] ?? 0);
      return placeOf(file, start);
    },
  };
}

type ScalarNode = Extract<Node, { value: unknown }>;

/** Finds the character of the file that stands for a character of a string value. Folding changes
 * white space only: the n-th other character of the value is the n-th of the text. */
function offsetInScalar(file: YamlFile, node: ScalarNode, offset: number): number {
  const [start = 0, end = 0] = node.range ?? [];
  const value = isScalar(node) && typeof node.value === "string" ? node.value : "";
  const type = isScalar(node) ? node.type : undefined;
  let at = start;
  if (type === "BLOCK_FOLDED" || type === "BLOCK_LITERAL") {
    at = file.text.indexOf("\n", start) + 1;
  } else if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") {
    at = start + 1;
  }
  const wanted = value.slice(0, offset).replace(/\s/g, "").length;
  const quote = type === "QUOTE_DOUBLE" ? "\\" : type === "QUOTE_SINGLE" ? "'" : undefined;
  for (let seen = 0; at < end; at++) {
    const sign = file.text.charAt(at);
    if (/\s/.test(sign)) continue;
    if (seen === wanted) return at;
    seen++;
    // An escaped character is written with two.
    if (sign === quote) at++;
  }
  return Math.min(at, Math.max(start, end - 1));
}
