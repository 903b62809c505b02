// Inside db.transaction(actor, async (tx) => …) and perform(db, task, async (tx) => …) only SQL
// is awaited: whatever else is waited for would hold the locks. What is awaited must be called on
// tx or be given tx.

const isNamed = (node, name) => node?.type === "Identifier" && node.name === name;

function isGiven(node, name) {
  if (!node) return false;
  if (isNamed(node, name)) return true;
  if (node.type === "ObjectExpression") {
    return node.properties.some((property) => isGiven(property.value, name));
  }
  return false;
}

function rootOf(node) {
  return node.type === "MemberExpression" ? rootOf(node.object) : node;
}

function speaksToDatabase(node, name) {
  if (node.type !== "CallExpression") return false;
  if (isNamed(rootOf(node.callee), name)) return true;
  if (node.arguments.some((argument) => isGiven(argument, name))) return true;
  return isPromiseAll(node) && mentions(node.arguments[0], name);
}

const isPromiseAll = (node) =>
  node.callee.type === "MemberExpression" && isNamed(node.callee.object, "Promise");

function mentions(node, name) {
  if (node?.type === "ArrayExpression") {
    return node.elements.every((element) => element && speaksToDatabase(element, name));
  }
  return false;
}

const isTransaction = (node) =>
  node?.type === "CallExpression" &&
  (isNamed(node.callee, "perform") ||
    (node.callee.type === "MemberExpression" && isNamed(node.callee.property, "transaction")));

function workAround(node) {
  for (let inner = node; inner; inner = inner.parent) {
    const isFunction =
      inner.type === "ArrowFunctionExpression" || inner.type === "FunctionExpression";
    if (isFunction && isTransaction(inner.parent) && inner.parent.arguments.includes(inner)) {
      return inner;
    }
  }
  return undefined;
}

export const sqlOnlyInTransactions = {
  meta: {
    type: "problem",
    messages: {
      foreign:
        "Inside a transaction only SQL is awaited: do this before or after, or pass it {{name}}.",
    },
    schema: [],
  },
  create: (context) => ({
    AwaitExpression(node) {
      const [parameter] = workAround(node)?.params ?? [];
      if (parameter?.type !== "Identifier") return;
      if (speaksToDatabase(node.argument, parameter.name)) return;
      context.report({ node, messageId: "foreign", data: { name: parameter.name } });
    },
  }),
};
