import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Driver } from "../driver.ts";
import type { OpenRefusal } from "../refusals.ts";
import { sql, toQuery } from "../sql.ts";
import { sessionSettings } from "../types.ts";

/** A pooler may drop what a session begins with: dates and numbers would then be misread. */
export async function checkSettings(
  driver: Driver,
  timeoutMs: number,
): Promise<Decision<null, OpenRefusal>> {
  const rows = await driver.withSession({ timeoutMs }, (session) =>
    session.query(
      toQuery(sql`
        select name, current_setting(name) as found
          from unnest(${Object.keys(sessionSettings)}::text[]) as name`),
    ),
  );
  for (const [name, wanted] of Object.entries(sessionSettings)) {
    const found = String(rows.find((row) => row["name"] === name)?.["found"]);
    if (found.toLowerCase() === wanted.toLowerCase()) continue;
    return refuse({ code: "session_setting_differs", name, wanted, found });
  }
  return accept(null);
}
