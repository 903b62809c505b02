import { HighlightStyle, LRLanguage, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { parseMixed, type Input, type NestedParse, type SyntaxNode } from "@lezer/common";
import { tags } from "@lezer/highlight";
import { parser as yaml } from "@lezer/yaml";
import { feelGrammar } from "../../../../src/rules/index.ts";
import { isExpressionKey } from "./spot.ts";

/** An expression longer than the language reads is left uncoloured. */
const mostCharacters = 65_536;

const scalars: ReadonlySet<string> = new Set(["Literal", "QuotedLiteral", "BlockLiteralContent"]);

/** The pair of key and value in whose value a node stands. */
function pairOf(node: SyntaxNode): SyntaxNode | null {
  let at = node.parent;
  while (at && at.name !== "Pair" && at.name !== "Key") at = at.parent;
  return at?.name === "Pair" ? at : null;
}

function keyIn(pair: SyntaxNode | null, input: Input): string | undefined {
  const key = pair?.getChild("Key");
  return key ? input.read(key.from, key.to) : undefined;
}

/** Values that are expressions are read by the grammar of the rules; the rest is plain YAML. */
function feelWithin(node: SyntaxNode, input: Input): NestedParse | null {
  if (!scalars.has(node.name) || node.to - node.from > mostCharacters) return null;
  const pair = pairOf(node);
  const key = keyIn(pair, input);
  const isExpression =
    pair && key !== undefined && isExpressionKey(key, keyIn(pairOf(pair), input));
  if (!isExpression) return null;
  if (node.name !== "QuotedLiteral") return { parser: feelGrammar };
  return { parser: feelGrammar, overlay: [{ from: node.from + 1, to: node.to - 1 }] };
}

const policyFile = LRLanguage.define({
  name: "policy",
  parser: yaml.configure({ wrap: parseMixed((node, input) => feelWithin(node.node, input)) }),
  languageData: {
    commentTokens: { line: "#" },
    closeBrackets: { brackets: ["(", "[", "{", '"'] },
  },
});

/** Form before colour: keys are quiet, words of the language bold, texts and figures toned. */
const colours = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--ink-3)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
  { tag: tags.keyword, fontWeight: "600" },
  { tag: tags.bool, fontWeight: "600" },
  { tag: tags.function(tags.variableName), color: "var(--yes)" },
  { tag: tags.string, color: "var(--green-ink)" },
  { tag: tags.number, color: "var(--maybe)" },
  { tag: tags.operator, fontWeight: "600" },
]);

export const policyLanguage: Extension = [policyFile, syntaxHighlighting(colours)];
