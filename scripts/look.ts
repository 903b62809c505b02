/**
 * npm run look: the map of a city at four zooms, with table, two days, conflict check and sheet, in
 * every look. Pictures come to .zhibu/pictures; what axe finds is told, and fails.
 * npm run look -- --size city (on PostgreSQL, which is started for it)
 * npm run look -- --url http://127.0.0.1:8420 (a city that is served already)
 * npm run look -- --look dark (one look only: light, dark, 390 px or English)
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { engines } from "./soak/engine.ts";
import { startServer } from "./soak/process.ts";
import { lookRound } from "./look/round.ts";
import { root } from "./step.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "quarter" },
    engine: { type: "string", default: "postgresql" },
    url: { type: "string", default: "" },
    look: { type: "string" },
  },
});

/** Makes a city of the size on an engine of its own, serves it and looks at it. */
async function lookAtOwn(): Promise<string[]> {
  const all = await engines();
  try {
    const engine = all.find(({ name }) => name === values.engine);
    if (!engine) throw new Error(`--engine is one of ${all.map(({ name }) => name).join(", ")}`);
    const env = { ...process.env, ...engine.environment };
    const city = ["--import", "tsx", `${root}src/cli.ts`, "city", "generate"];
    execFileSync(process.execPath, [...city, "--size", values.size], { env, stdio: "inherit" });
    const server = await startServer(engine.environment);
    const found = await lookRound(server.url, values.look);
    await server.stop();
    return found;
  } finally {
    for (const engine of all) await engine.close();
  }
}

process.env["ZHIBU_PICTURES"] = "yes";
const found = values.url === "" ? await lookAtOwn() : await lookRound(values.url, values.look);
console.log(found.length === 0 ? "axe finds nothing" : found.join("\n"));
if (found.length > 0) process.exitCode = 1;
