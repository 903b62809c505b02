import { serve } from "./cli/serve.ts";
import { settingsOf } from "./cli/settings.ts";

/** The server as `npm start` runs it: composition only. */
const settings = settingsOf(process.env);
const outcome = await serve(settings, (message) => {
  process.stderr.write(`${message.zh} · ${message.en}\n`);
});
const said = outcome.text(settings.locale);
if (said !== "") process.stderr.write(`${said}\n`);
process.exitCode = outcome.exit;
