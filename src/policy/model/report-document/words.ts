import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { Missing, Report, RequirementLine, Source } from "../../../rules/index.ts";

type CombinationLine = Report["combinations"][number];

/** What the paper says between the figures, by what it is for. */
export const words = {
  title: bilingual("政策适用报告", "Policy Report"),
  number: bilingual("编号", "No."),
  notStored: bilingual("未存档", "not stored"),
  about: bilingual("地点或项目", "Place or project"),
  where: bilingual("所在", "Situated in"),
  area: bilingual("范围面积", "Area"),
  lawDate: bilingual("法律时点", "Law date"),
  basis: bilingual("政策包与引擎", "Pack and engine"),
  taken: bilingual("事实快照", "Facts taken"),
  kept: bilingual("网址与保存期限", "Address, kept until"),
  synthetic: bilingual("合成数据，非实况，不作依据", "Synthetic data: no basis for action"),
  conclusion: bilingual("结论", "Conclusion"),
  applies: bilingual("适用的政策", "What applies"),
  undecided: bilingual("未定的政策", "What would apply, and on what conditions"),
  not: bilingual("不适用的政策", "What does not apply"),
  duties: bilingual("义务与手续", "Duties and requirements"),
  combinations: bilingual("政策之间的关系", "How policies go together"),
  open: bilingual("尚需补充", "What is still to be supplied"),
  exploratory: bilingual("探索性政策", "Exploratory policies"),
  facts: bilingual("事实与来源", "Facts and where they come from"),
  clauses: bilingual("适用条款的官方文本", "Official text of the clauses that apply"),
  signing: bilingual("签署", "Signatures"),
  prepared: bilingual("编制", "Prepared by"),
  reviewed: bilingual("复核", "Reviewed by"),
  issued: bilingual("签发", "Issued by"),
  day: bilingual("年　　月　　日（印章）", "Date and seal"),
  unsigned: bilingual(
    "本报告由系统按附表所列事实和政策测算，经签署盖章后方可作为办理依据。",
    "Worked out by the system from the facts and policies in the annexes. It is a basis for action only when signed and sealed.",
  ),
  project: bilingual("项目", "Project"),
  district: bilingual("所在区", "District"),
  lead: bilingual("牵头", "Led by"),
  account: bilingual("账户", "Account"),
  subject: bilingual("对象", "Subject"),
  amount: bilingual("数额", "Amount"),
  ordinal: bilingual("序", "No."),
  policy: bilingual("政策与条款", "Policy and clause"),
  answer: bilingual("结论与要求", "Answer and requirements"),
  ifMet: bilingual("条件符合时，与所缺", "If the conditions hold, and what is missing"),
  why: bilingual("据以判定的事实", "Facts that rule it out"),
  bound: bilingual("界限", "Limit"),
  wanted: bilingual("拟用", "asked"),
  withinBound: bilingual("在限内", "within it"),
  follows: bilingual("随之要求", "Comes with"),
  grounds: bilingual("事实", "Facts"),
  because: bilingual("理由", "Reason"),
  missing: bilingual("尚缺", "Missing"),
  unverified: bilingual(
    "依据摘录，未与原文核对",
    "rests on an excerpt, not checked against the text",
  ),
  deed: bilingual("事项", "What is due"),
  kind: bilingual("类别", "Kind"),
  force: bilingual("力度", "Force"),
  from: bilingual("由何而来", "From"),
  state: bilingual("状态", "State"),
  dutyNow: bilingual("已产生", "arises"),
  dutyIf: bilingual("条件符合时", "if it applies"),
  members: bilingual("相关政策", "Policies"),
  together: bilingual("关系", "Together"),
  lacking: bilingual("所缺", "Missing"),
  supplier: bilingual("可由谁提供", "Who could supply it"),
  waiting: bilingual("牵动规则", "Rules"),
  fact: bilingual("事实", "Fact"),
  value: bilingual("内容", "Value"),
  provenance: bilingual("来源", "Source"),
  unknown: bilingual("未知", "unknown"),
  estimate: bilingual("估计", "estimate"),
  notApplicable: bilingual("不适用", "not applicable"),
  yes: bilingual("是", "yes"),
  no: bilingual("否", "no"),
  drawn: bilingual("见图", "as drawn"),
  notStated: bilingual("未说明", "not stated"),
  nothingApplies: bilingual(
    "按现有事实，尚无政策确定适用。",
    "On the facts at hand no policy is settled to apply yet.",
  ),
  clauseChanged: bilingual(
    "入库文本与编码时所据文本不一致，须核对",
    "The imported text differs from the text that was encoded: to be checked",
  ),
} as const;

export const sourceWords: Readonly<Record<Source, Bilingual>> = {
  registry: bilingual("登记", "registry"),
  map: bilingual("一张图", "map"),
  reported: bilingual("主体填报", "stated by the implementer"),
  asked: bilingual("问答", "answered"),
  derived: bilingual("推得", "derived"),
};

/** Who could say what a source holds; nobody can supply what is worked out from other facts. */
export const supplierWords: Readonly<Record<Source, Bilingual | undefined>> = {
  registry: bilingual("登记机构", "registry"),
  map: bilingual("图层主管部门", "keeper of the map layer"),
  reported: bilingual("实施主体", "implementer"),
  asked: bilingual("实施主体", "implementer"),
  derived: undefined,
};

export const missingWords: Readonly<Record<Missing["kind"], Bilingual>> = {
  fact: bilingual("事实", "fact"),
  text: bilingual("文本", "text"),
  list: bilingual("清单", "list"),
};

export const requirementWords: Readonly<Record<RequirementLine["kind"], Bilingual>> = {
  approval: bilingual("批准", "approval"),
  document: bilingual("文件", "document"),
  agreement: bilingual("协议", "agreement"),
  duty: bilingual("义务", "duty"),
};

export const stackWords: Readonly<Record<CombinationLine["stack"], Bilingual>> = {
  sum: bilingual("相加", "add up"),
  max: bilingual("取其大", "the larger counts"),
  exclusive: bilingual("只取其一", "one of them"),
  beside: bilingual("并行", "side by side"),
};
