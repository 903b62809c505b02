import ts from "typescript";
import { isTest, lineOf, parse, walk, type Text } from "./sources.ts";

export type Finding = { readonly path: string; readonly line: number; readonly cure: string };

type Ban = { readonly pattern: RegExp; readonly cure: string };

/** What a comment may not say. */
const inComments: readonly Ban[] = [
  { pattern: /\bused to (be|have|do|return|live)\b/i, cure: "say what is; git remembers" },
  { pattern: /\bfor now\b|\btemporar(y|ily)\b/i, cure: "say what holds, or open an issue" },
  { pattern: /\bTODO\b(?! ?\(#\d+\))/, cure: "write TODO (#number), with an issue behind it" },
  { pattern: /\b(FIXME|XXX|HACK)\b/, cure: "fix it before it is merged" },
];

/** What no text of the repository may hold. */
const anywhere: readonly Ban[] = [
  {
    pattern: /(?<![\w.~$}])\/(home|root|Users|work)\/\w/,
    cure: "no path of one machine: start from the root of the repository",
  },
  {
    pattern: /registry\.(npmjs|yarnpkg)\.|npmmirror\.|jsr\.io/,
    cure: "no registry's host: the reader's npm knows its own",
  },
  {
    pattern: /@ts-(ignore|nocheck)|(es|ox)lint-disable(?!-next-line .+ -- )/,
    cure: "give the reason",
  },
];

const banned = ({ path, text }: Text, bans: readonly Ban[], firstLine = 1): Finding[] =>
  text
    .split("\n")
    .flatMap((line, index) =>
      bans
        .filter(({ pattern }) => pattern.test(line))
        .map(({ cure }) => ({ path, line: firstLine + index, cure })),
    );

function commentsOf(source: Text): { text: string; line: number }[] {
  const file = parse(source);
  const seen = new Map<number, string>();
  walk(file, (node) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) seen.set(pos, source.text.slice(pos, end));
  });
  return [...seen].map(([position, text]) => ({ text, line: lineOf(file, position) }));
}

const isEmptyCatch = (node: ts.Node): boolean =>
  (ts.isCatchClause(node) && node.block.statements.length === 0) ||
  (ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "catch" &&
    node.arguments.some(
      (handler) =>
        ts.isArrowFunction(handler) &&
        ts.isBlock(handler.body) &&
        handler.body.statements.length === 0,
    ));

function emptyCatches(source: Text): Finding[] {
  const file = parse(source);
  const found: Finding[] = [];
  walk(file, (node) => {
    if (!isEmptyCatch(node)) return;
    const line = lineOf(file, node.getStart());
    found.push({ path: source.path, line, cure: "answer the error, or do not catch it" });
  });
  return found;
}

const focus = /\b(test|describe|it)\.only\(/;

/** Everything in a file of code that the house does not say or do. */
export function findingsInCode(source: Text): Finding[] {
  const comments = commentsOf(source).flatMap(({ text, line }) =>
    banned({ path: source.path, text }, inComments, line),
  );
  const focused = isTest(source.path)
    ? banned(source, [{ pattern: focus, cure: "run every test: .only hides the others" }])
    : [];
  return [...comments, ...emptyCatches(source), ...focused];
}

/** Everything in any text that may not stand in a repository. */
export const findingsInText = (source: Text): Finding[] => banned(source, anywhere);
