import { serve } from "./cli/serve.ts";
import { readSettings, type Settings } from "./cli/settings.ts";

/** The server as `npm start` runs it: composition only. */
async function run(settings: Settings): Promise<number> {
  const outcome = await serve(settings, (message) => {
    process.stderr.write(`${message.zh} · ${message.en}\n`);
  });
  const said = outcome.text(settings.locale);
  if (said !== "") process.stderr.write(`${said}\n`);
  return outcome.exit;
}

const settings = readSettings(process.env);
if (!settings.ok) process.stderr.write(`${settings.refusal}\n`);
process.exitCode = settings.ok ? await run(settings.value) : 2;
