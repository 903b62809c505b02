import { account } from "./account.ts";
import { ask } from "./ask.ts";
import { audit } from "./audit.ts";
import { factor } from "./factor.ts";
import { cards } from "./cards.ts";
import { conflicts } from "./conflicts.ts";
import { edit } from "./edit.ts";
import { editor } from "./editor.ts";
import { health } from "./health.ts";
import { changes } from "./changes.ts";
import { imports } from "./imports.ts";
import { map } from "./map.ts";
import { marks } from "./marks.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { projects } from "./projects.ts";
import { report } from "./report.ts";
import { rights } from "./rights.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { registers } from "./registers.ts";
import { tasks } from "./tasks.ts";
import { texts } from "./texts.ts";

export const zh = {
  shell,
  changes,
  imports,
  map,
  ask,
  conflicts,
  marks,
  report,
  policies,
  edit,
  editor,
  projects,
  account,
  audit,
  factor,
  health,
  people,
  rights,
  session,
  registers,
  tasks,
  cards,
  texts,
} as const;
