// A pattern made of a text that came from elsewhere means what the text says: `.*` finds all of it,
// and `(a+)+` takes for ever. Patterns are literals, or are put together from literals alone.

const isText = (node) => node?.type === "Literal" && typeof node.value === "string";

const isJoin = (node) =>
  node?.type === "CallExpression" &&
  node.callee.type === "MemberExpression" &&
  node.callee.property.name === "join" &&
  node.callee.object.type === "ArrayExpression";

function isFixed(node) {
  if (isText(node)) return true;
  if (node?.type === "TemplateLiteral") return node.expressions.every(isFixed);
  if (node?.type === "BinaryExpression") return isFixed(node.left) && isFixed(node.right);
  return isJoin(node) && node.callee.object.elements.every(isFixed);
}

const isPattern = ({ callee }) => callee.type === "Identifier" && callee.name === "RegExp";

export const patternsAreLiterals = {
  meta: {
    type: "problem",
    messages: {
      made: "A pattern is a literal: look for a text by includes or indexOf, split or Set.",
    },
    schema: [],
  },
  create(context) {
    const look = (node) => {
      if (!isPattern(node) || isFixed(node.arguments[0])) return;
      context.report({ node, messageId: "made" });
    };
    return { NewExpression: look, CallExpression: look };
  },
};
