// npm start: from a fresh clone to one URL. Installs, builds what is stale, then serves.
import { install } from "./install.mjs";

install();
const { build } = await import("./build.mjs");
try {
  await build();
} catch (cause) {
  console.error(`构建没有完成 · the build did not finish: ${cause.message}`);
  process.exit(1);
}
await import("../dist/main.mjs");
