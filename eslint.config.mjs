import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { patternsAreLiterals } from "./scripts/lint/patterns-are-literals.mjs";
import { sqlOnlyInTransactions } from "./scripts/lint/sql-only-in-transactions.mjs";

const house = {
  rules: {
    "patterns-are-literals": patternsAreLiterals,
    "sql-only-in-transactions": sqlOnlyInTransactions,
  },
};

// A caught error is named, used or passed on as a cause: an empty catch hides a fault for ever.
const swallowed = {
  selector: [
    "CatchClause > BlockStatement[body.length=0]",
    "CallExpression[callee.property.name='catch'] > .arguments > BlockStatement[body.length=0]",
  ].join(", "),
  message: "Add what you know to the error ({ cause }), answer it, or do not catch it.",
};

// What is hashed guards something, or may do so one day: docs/keys.md lists what is hashed by what.
const weakHash = {
  selector:
    "CallExpression[callee.name=/^create(Hash|Hmac)$/]" +
    ":not([arguments.0.value=/^sha(256|384|512)$/])",
  message: "Hash with SHA-256 or better, and name it where it is used.",
};

const guessable = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message:
    "Whoever has seen some numbers knows the next: take node:crypto, or a seed that is told.",
};

/** Ways to other machines that need no import; the wall of the network knows the rest. */
const reaching = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"];

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
      "no-restricted-syntax": ["error", swallowed, weakHash, guessable],
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
      // No rule asks which names the language brings: each file has thousands fewer without them.
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, lib: [] },
    },
    rules: {
      "house/patterns-are-literals": "error",
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
    files: ["src/**/*.ts", "test/tidy/canaries/lint/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-globals": ["error", ...reaching, ...browserGlobals] },
  },
  {
    // A row of a table of tests may have as many columns as it needs; test/tidy counts the rest.
    // Tests of the store await what must not be awaited, to see it refused.
    files: ["**/*.test.ts"],
    rules: {
      "max-params": "off",
      "house/patterns-are-literals": "off",
      "house/sql-only-in-transactions": "off",
    },
  },
);
