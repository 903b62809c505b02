import { defineConfig } from "vitest/config";

// The zone is varied by the caller: TZ=Asia/Shanghai npm test. Without one, tests run in UTC.
process.env.TZ ??= "UTC";

/** Tests that need a database carry one of these names; every other test runs without. */
const withDatabase = [
  "src/**/{store,routes,actions,jobs,commands}.test.ts",
  "src/**/*.{store,routes,actions}.test.ts",
  "test/database/**/*.test.ts",
];

/**
 * Tests that stand outside and wait: for commands, sockets, processes and files that are watched,
 * and for pages of the docs that print what commands say. With them what makes a whole library or
 * a whole pack anew, and takes seconds for it.
 */
const outside = [
  "src/**/*-page.test.ts",
  "src/**/commands/*.test.ts",
  "src/http/{proxy,tls,wire}.test.ts",
  "src/land/actions/files/*.test.ts",
  "src/land/generate/{city,library}.test.ts",
  "src/land/generate/wide/city.test.ts",
  "src/packs/format/pack.test.ts",
  "src/packs/json-schema.test.ts",
  "test/tidy/{canaries,scripts}.test.ts",
];

const sources = [
  "src/**/*.test.ts",
  "web/src/**/*.test.{ts,tsx}",
  "test/{bench,tidy}/**/*.test.ts",
];

/** These tests share nothing but pure modules: loading those once halves the time. */
const shared = {
  pool: "threads" as const,
  isolate: false,
  maxWorkers: 2,
  // A machine may do much beside: what takes two seconds alone has taken twenty.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A long trial has it written down how often each property was tried.
  setupFiles: process.env.FC_LOG ? ["test/harness/run-log.ts"] : [],
};

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: "unit",
          include: sources,
          exclude: [...withDatabase, ...outside, "test/tidy/canaries/**", "**/node_modules/**"],
          ...shared,
        },
      },
      { test: { name: "outside", include: outside, ...shared } },
      {
        test: {
          name: "database",
          include: withDatabase,
          globalSetup: "test/harness/global-setup.ts",
          pool: "forks",
          // One embedded database per worker: its files share the modules that hold it.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/journeys/global-setup.ts",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // As long as Playwright waits for what it is told to: a second is short where much runs.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
