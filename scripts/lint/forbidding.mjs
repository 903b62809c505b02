/** A rule that finds fault with whatever matches one of some selectors. */
export const forbidding = (selectors, message) => ({
  meta: { type: "problem", messages: { found: message }, schema: [] },
  create: (context) => {
    const refuse = (node) => context.report({ node, messageId: "found" });
    return Object.fromEntries(selectors.map((selector) => [selector, refuse]));
  },
});
