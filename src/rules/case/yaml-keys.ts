import { isScalar, visit, type Document, type Scalar } from "yaml";

/**
 * The keys of a YAML text that stand a second time in one mapping, in time linear in its length:
 * the parser itself would hold each key against all before it, so it is told not to.
 */
export function keysTwice(document: Document): readonly Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push(key);
        seen.add(key.value);
      }
    },
  });
  return found;
}
