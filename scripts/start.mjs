// npm start: from a fresh clone to one URL. Installs, builds what is stale, then serves.
import { install } from "./install.mjs";

install();
const { build } = await import("./build.mjs");
await build();
await import("../dist/main.mjs");
