// The texts of lint.test.ts stand in for this file: its own program knows the language only.
export {};
