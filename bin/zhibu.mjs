#!/usr/bin/env node
// Runs the built command line while it matches its sources, else the sources themselves.
import { isFresh } from "../scripts/build.mjs";

if (isFresh("server")) {
  await import("../dist/cli.mjs");
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("../src/cli.ts");
}
