// The rules of lint that are our own.
import { forbidding } from "./forbidding.mjs";
import { patternsAreLiterals } from "./patterns-are-literals.mjs";
import { sqlOnlyInTransactions } from "./sql-only-in-transactions.mjs";

// A caught error is named, used or passed on as a cause: an empty catch hides a fault for ever.
const noSwallowedError = forbidding(
  [
    "CatchClause > BlockStatement[body.length=0]",
    "CallExpression[callee.property.name='catch'] > .arguments > BlockStatement[body.length=0]",
  ],
  "Add what you know to the error ({ cause }), answer it, or do not catch it.",
);

// What is hashed guards something, or may do so one day: docs/keys.md lists what is hashed by what.
const noWeakHash = forbidding(
  [
    "CallExpression[callee.name=/^create(Hash|Hmac)$/]" +
      ":not([arguments.0.value=/^sha(256|384|512)$/])",
  ],
  "Hash with SHA-256 or better, and name it where it is used.",
);

const noGuessableNumber = forbidding(
  ["MemberExpression[object.name='Math'][property.name='random']"],
  "Whoever has seen some numbers knows the next: take node:crypto, or a seed that is told.",
);

export default {
  meta: { name: "house" },
  rules: {
    "no-guessable-number": noGuessableNumber,
    "no-swallowed-error": noSwallowedError,
    "no-weak-hash": noWeakHash,
    "patterns-are-literals": patternsAreLiterals,
    "sql-only-in-transactions": sqlOnlyInTransactions,
  },
};
