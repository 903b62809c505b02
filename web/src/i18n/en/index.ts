import { account } from "./account.ts";
import { ask } from "./ask.ts";
import { audit } from "./audit.ts";
import { factor } from "./factor.ts";
import { cards } from "./cards.ts";
import { conflicts } from "./conflicts.ts";
import { editor } from "./editor.ts";
import { health } from "./health.ts";
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

export const en = {
  shell,
  map,
  ask,
  conflicts,
  marks,
  report,
  policies,
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
};
