import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { sqlOnlyInTransactions } from "./scripts/lint/sql-only-in-transactions.mjs";

const house = { rules: { "sql-only-in-transactions": sqlOnlyInTransactions } };

// A caught error is named, used or passed on as a cause: an empty catch hides a fault for ever.
const swallowed = {
  selector: [
    "CatchClause > BlockStatement[body.length=0]",
    "CallExpression[callee.property.name='catch'] > .arguments > BlockStatement[body.length=0]",
  ].join(", "),
  message: "Add what you know to the error ({ cause }), answer it, or do not catch it.",
};

/** Names that a page has and a server has not: most are misspelt variables of our own. */
const browserGlobals = [
  ...["document", "window", "location", "history", "screen", "navigator", "parent", "top"],
  ...["name", "event", "status", "origin", "length", "self", "close", "open", "stop", "find"],
];

export default defineConfig(
  {
    ignores: ["**/dist/", "node_modules/", "coverage/", ".zhibu/"],
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    extends: [tseslint.configs.base],
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-syntax": ["error", swallowed],
      "max-params": ["error", 3],
      "no-debugger": "error",
      "no-eval": "error",
      "no-useless-catch": "error",
      "no-unsafe-finally": "error",
      "no-template-curly-in-string": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "house/sql-only-in-transactions": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-for-in-array": "error",
      "@typescript-eslint/no-implied-eval": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/prefer-promise-reject-errors": "error",
      "@typescript-eslint/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        {
          allowDefaultCaseForExhaustiveSwitch: false,
          considerDefaultExhaustiveForUnions: false,
        },
      ],
    },
  },
  {
    // A row of a table of tests may have as many columns as it needs; test/tidy counts the rest.
    // Tests of the store await what must not be awaited, to see it refused.
    files: ["**/*.test.ts"],
    rules: { "max-params": "off", "house/sql-only-in-transactions": "off" },
  },
);
