import type { Tx } from "../../store/db.ts";
import { sql } from "../../store/sql.ts";
import type { TextAlarm } from "../model/alarm.ts";

export async function listAlarms(tx: Tx): Promise<TextAlarm[]> {
  const { rows } = await tx.query<TextAlarm>(sql`
    select kind, citing_id as id, document_id as document, item, expected, found,
           raised_at as "raisedAt", rules, cases, projects, evaluations
      from policy.text_alarm
     order by document_id, item, kind, citing_id`);
  return rows;
}

/** Puts the alarms that stand now in place of those that stood. */
export async function putAlarms(tx: Tx, alarms: readonly TextAlarm[]): Promise<void> {
  await tx.query(sql`delete from policy.text_alarm`);
  await tx.query(sql`
    insert into policy.text_alarm
      (kind, citing_id, document_id, item, expected, found, raised_at, rules, cases, projects,
       evaluations)
    select kind, id, document, item, expected, found, "raisedAt", rules, cases, projects,
           evaluations
      from jsonb_to_recordset(${sql.json(alarms)})
        as alarm (kind text, id text, document text, item text, expected text, found text,
                  "raisedAt" timestamptz, rules jsonb, cases jsonb, projects jsonb,
                  evaluations jsonb)`);
}

/** How many stored evaluations an alarm names at most. */
const evaluationsNamed = 1000;

/** The stored evaluations in which a rule of a measure applies or is open. */
export async function evaluationsTouched(tx: Tx, measure: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(sql`
    select evaluation_id as id
      from policy.evaluation
     where jsonb_path_exists(
             answers,
             '$.report.verdicts[*] ? (@.measure == $measure && @.verdict != "does_not_apply")',
             jsonb_build_object('measure', ${measure}::text))
     order by created_at, evaluation_id
     limit ${evaluationsNamed}`);
  return rows.map(({ id }) => id);
}
