import type { Sentences } from "../http/problem.ts";
import type { PeopleRefusal } from "./model/refusals.ts";
import type { Holder, Kind, Reach } from "./model/rights-table.ts";

export type PeopleMessages = Sentences<PeopleRefusal>;

/** The words of the table of rights. */
export type RightsWords = {
  readonly holders: Readonly<Record<Holder, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly acts: Readonly<Record<string, string>>;
  readonly reaches: Readonly<Record<Reach, string>>;
};

export const rightsWordsZh: RightsWords = {
  holders: {
    anonymous: "未登录",
    account: "任何账号",
    administrator: "系统管理员",
    auditor: "审计员",
    district_officer: "区级主管人员",
    planner: "责任规划师",
    reviewer: "审查人员",
    sponsor: "申报人",
    resident: "居民",
    financier: "出资方",
    integrator: "对接系统",
  },
  kinds: {
    organisation: "机构",
    account: "账号",
    session: "登录会话",
    grant: "授权",
    delegation: "委托",
    audit: "审计记录",
    evaluation: "测算",
    map_feature: "地图要素",
    policy_pack: "政策包",
    corpus: "政策原文",
    health: "运行状况",
    event_stream: "事件流",
    backup: "备份",
    database: "数据库",
  },
  acts: {
    list: "列出",
    read: "查看",
    create: "新建",
    change: "修改",
    close: "关闭",
    lock: "锁定",
    recover: "恢复",
    open: "打开",
    withdraw: "撤回",
    verify: "核验",
    ask: "提问",
    load: "装入",
    import: "导入",
    restore: "恢复",
    migrate: "升级",
    move: "迁移",
  },
  reaches: { everywhere: "不限", in_scope: "范围内", own: "本人" },
};

const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  words[name] ?? name;

export const zh: PeopleMessages = {
  not_allowed: ({ act, kind, signedIn }) => {
    const what = `${wordOf(rightsWordsZh.acts, act)}${wordOf(rightsWordsZh.kinds, kind)}`;
    return signedIn
      ? `当前账号没有${what}的权限，没有做任何改动。如确有需要，请管理员授权。`
      : `${what}需要先登录。`;
  },
};
