import type { Sentences } from "../http/problem.ts";
import type { OrganisationKind } from "./contract/organisation.ts";
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

/** What the kinds of organisations are called. */
export type OrganisationWords = Readonly<Record<OrganisationKind, string>>;

export const organisationsZh: OrganisationWords = {
  city: "市",
  district: "区",
  subdistrict: "街道或乡镇",
  community: "社区",
  department: "部门",
  company: "企业",
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
    map_import: "地图导入",
    policy_pack: "政策包",
    corpus: "政策原文",
    library_run: "案例库测算",
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
    set_password: "设密码",
    set_factor: "设第二因素",
    lock: "锁定",
    recover: "恢复",
    open: "打开",
    withdraw: "撤回",
    verify: "核验",
    cancel: "取消",
    resume: "续做",
    ask: "提问",
    load: "装入",
    import: "导入",
    undo: "撤销",
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
      ? `当前账号没有${what}的权限，没有做任何改动。确有需要，找管理员授权。`
      : `${what}需要先登录。`;
  },
  account_beyond_reach: () =>
    "这个账号的授权或所属机构超出你的管理范围，没有做任何改动。由上一级管理员处理。",
  account_changed: ({ version }) =>
    `这个账号已被他人改动（现为第 ${version} 版），没有覆盖。重新打开后再改。`,
  account_is_own: () =>
    "不能停用、恢复自己的账号，也不能在这里结束自己的会话。由另一位管理员处理。",
  account_missing: ({ id }) => `没有编号为 ${id} 的账号。`,
  demonstration_off: () => "这里没有演示账号：只有合成城市才提供，也可能已被管理员关闭。",
  factor_code_spent: () =>
    "这个动态码已经用过，或不是此刻的。请等应用里换出下一个再输；总是这样的话，请核对手机的时间。",
  factor_code_wrong: () => "动态码或备用码不对。",
  factor_exists: () => "这个账号已有第二因素。要换成另一部手机，请先移除现在的。",
  factor_missing: () => "这个账号没有第二因素，或设置没有在一刻钟内完成。请重新开始设置。",
  factor_needed: () => "这个账号有第二因素，还要输入手机应用里的动态码，或一个备用码。",
  factor_off: () => "这里不能设第二因素：服务器没有设密钥，或这是大家共用的演示账号。",
  identity_taken: () => "统一身份认证里的这个标识已关联到另一个账号，没有做任何改动。",
  oidc_answer_invalid: () => "统一身份认证的答复没有通过核验，没有登录。重新登录一次。",
  oidc_login_missing: () =>
    "这次登录已经用过、超过十分钟，或不是在这个浏览器里开始的。重新登录一次。",
  oidc_off: () => "这里没有接入统一身份认证。用账号和密码登录。",
  oidc_refused: ({ reason }) => `统一身份认证没有让你登录（${reason}）。`,
  oidc_subject_unknown: () =>
    "统一身份认证认得你，但这里没有与你关联的账号。找管理员建立账号并填入你的标识。",
  organisation_missing: ({ path }) => `没有编号为 ${path} 的机构，或它已关闭。`,
  password_common: () => "这个密码太常见，别人很容易猜到。换一个，例如一句只有你知道的话。",
  password_made_of_names: () =>
    "这个密码由账号名、姓名或机构名组成，别人很容易猜到。换一个，例如一句只有你知道的话。",
  password_too_long: ({ length, max }) => `密码有 ${length} 个字符，最多 ${max} 个。`,
  password_too_short: ({ length, min }) =>
    `密码有 ${length} 个字符，至少要 ${min} 个。不要求混用字母和符号。`,
  password_wrong: () => "原密码不对，密码没有改动。",
  proof_needed: ({ minutes }) =>
    `这一步要先证明是本人：登录已超过 ${minutes} 分钟，没有改动。再登录一次，然后重做。`,
  recovery_code_invalid: () =>
    "账号名或恢复码不对，或恢复码已经用过、过期。核对一遍，或找管理员另发一个。",
  request_forged: () => "这个请求不像是从本系统的页面发出的，没有执行。刷新页面后再试。",
  return_path_foreign: () => "登录后要返回的地址不在本系统内，没有开始登录。",
  session_missing: ({ id }) => `你没有编号为 ${id} 的登录会话，它可能已经结束。`,
  sign_in_delayed: ({ seconds }) => `尝试次数过多，${seconds} 秒后再试。`,
  sign_in_failed: () => "账号名或密码不对，或账号已停用。忘记密码就找管理员。",
  sign_in_name_invalid: () =>
    "账号名须为 2 至 100 个小写字母、汉字或数字，中间可以有 . _ - @，以字母、汉字或数字开头。",
  sign_in_name_taken: ({ signInName }) => `账号名 ${signInName} 已有人使用。`,
  changed_meanwhile: ({ version, given }) =>
    `你打开之后，别人已经改动过（你看到的是第 ${given} 版，现为第 ${version} 版），没有覆盖。重新打开再改。`,
  version_missing:
    "这次改动没有说明依据的是哪一版，没有写入。先读取，再把 ETag 原样放进 If-Match。",
  organisation_exists: ({ path }) => `编号 ${path} 已有机构，没有新建。换一个编号。`,
  organisation_misplaced: ({ kind, parent }) =>
    parent === null
      ? `${wordOf(organisationsZh, kind)}必须设在上级机构之下。`
      : `${wordOf(organisationsZh, kind)}不能设在${wordOf(organisationsZh, parent)}之下。`,
  organisation_closed: ({ path }) => `机构 ${path} 已关闭，不能再改动，也不能在其中授权。`,
  organisation_in_use: ({ path, organisations, grants }) =>
    `机构 ${path} 之下还有 ${organisations} 个机构、${grants} 项授权，没有关闭。先处理它们。`,
  grant_missing: ({ id }) => `没有编号为 ${id} 的授权，它可能已经撤回。`,
  grant_exists: ({ role, scope }) =>
    `这个账号在 ${scope} 已是${wordOf(rightsWordsZh.holders, role)}，没有重复授权。`,
  last_administrator: () =>
    "这是全市最后一位系统管理员，没有改动：撤下之后就没有人能再授权。先另设一位。",
  delegation_missing: ({ id }) => `没有编号为 ${id} 的委托，它可能已经到期或撤回。`,
  delegation_not_held: ({ role, scope }) =>
    `你自己在 ${scope} 不是${wordOf(rightsWordsZh.holders, role)}，不能委托。受托得来的角色不能再委托。`,
  delegation_to_oneself: "不能委托给自己。",
  delegation_end_past: ({ until }) => `委托的截止时间 ${until} 已经过去，没有写入。`,
  delegation_too_long: ({ days, limitDays }) =>
    `委托长达 ${days} 天，最多 ${limitDays} 天。更久的离开由管理员另行授权。`,
  cursor_invalid: ({ cursor }) => `翻页位置“${cursor}”不对。从第一页重新开始。`,
  instant_invalid: ({ instant }) =>
    `“${instant}”不是带时区的时间，应写成 2026-03-16T09:30:00+08:00 这样。`,
};
