import { ask } from "./ask.ts";
import { map } from "./map.ts";
import { marks } from "./marks.ts";
import { policies } from "./policies.ts";
import { projects } from "./projects.ts";
import { report } from "./report.ts";
import { shell } from "./shell.ts";

export const en = { shell, map, ask, marks, report, policies, projects };
