/** `pack check --watch` on a folder of packs, as a process: started by its test, which stops it. */
import { checkCommand } from "../../src/policy/commands/pack-watch.ts";
import { runProgram } from "../../src/terminal/index.ts";

const [packs = "", ...line] = process.argv.slice(2);
const withDb = () => Promise.reject(new Error("a check opens no database"));
const command = checkCommand({ packs, pack: "town", withDb });
process.exitCode = await runProgram([command], ["pack", "check", ...line], {
  world: { locale: "en", folder: packs, environment: {}, today: () => "2026-03-16" },
  screen: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
});
