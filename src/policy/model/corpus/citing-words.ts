import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { CitingKind } from "../citations.ts";
import type { VerificationState } from "../verification.ts";

/** What rests on clauses, in words. */
export const citingWords: Readonly<Record<CitingKind, Bilingual>> = {
  measure: bilingual("举措", "measure"),
  project: bilingual("项目", "named project"),
  task: bilingual("任务", "task"),
  campaign: bilingual("专项", "campaign"),
  path: bilingual("路径", "path"),
  card: bilingual("案例卡", "card"),
  branch: bilingual("政策树分支", "branch"),
};

/** How a citation stands against the text. */
export const stateWords: Readonly<Record<VerificationState, Bilingual>> = {
  verified: bilingual("一致", "verified"),
  differs: bilingual("不一致", "differ"),
  not_imported: bilingual("未导入", "not imported"),
};
