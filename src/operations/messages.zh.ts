import type { Found } from "./model/findings.ts";

/** The sentence of each finding, and what to do where it is not good. */
export type HealthMessages = {
  readonly said: {
    readonly [Code in Found["code"]]: (found: Extract<Found, { code: Code }>) => string;
  };
  readonly todo: {
    readonly [Code in Found["code"]]?: (found: Extract<Found, { code: Code }>) => string;
  };
};

export const zh: HealthMessages = {
  said: {
    database_answers: ({ engine, version, postgis }) =>
      `数据库有答复：${engine} ${version}，PostGIS ${postgis}。`,
    database_silent: ({ reason }) => `数据库没有答复：${reason}`,
    clock_agrees: ({ driftMs }) => `本机时钟与数据库相差 ${driftMs} 毫秒。`,
    clock_differs: ({ driftMs }) => `本机时钟与数据库相差 ${driftMs} 毫秒，超过 5 秒。`,
    migrations_complete: ({ count }) => `数据库结构是最新的，共 ${count} 个迁移。`,
    disk_free: ({ freeGb }) => `磁盘还有 ${freeGb} GB。`,
    disk_short: ({ freeGb }) => `磁盘只剩 ${freeGb} GB，不足 2 GB。`,
    backup_recent: ({ hours }) => `最近一次备份在 ${hours} 小时前。`,
    backup_old: ({ hours }) => `最近一次备份已是 ${hours} 小时前，超过 26 小时。`,
    backup_none: () => "还没有做过备份。",
    rows_sealed: () => "审计与流水的封链没有积压。",
    rows_unsealed: ({ count }) => `有 ${count} 行审计或流水还没有封链。`,
    events_read: ({ seconds }) => `最早一条未处理的事件等了 ${seconds} 秒。`,
    events_late: ({ seconds }) => `最早一条未处理的事件已等了 ${seconds} 秒，超过一分钟。`,
    jobs_working: ({ count }) => `后台任务正常，${count} 件在等候。`,
    jobs_dead: ({ count }) => `有 ${count} 件后台任务多次失败后停了下来。`,
    writes_open: () => "可以查阅，也可以写入。",
    writes_closed: ({ reason }) =>
      reason === "setting" ? "系统设为只读，不能写入。" : "数据库是尚未接管的备库，不能写入。",
    fonts_present: ({ count }) => `本机有 ${count} 种中文字体。`,
    fonts_missing: () => "本机没有中文字体，在本机打印会缺字。",
    fonts_unknown: () => "本机没有 fc-list，无从得知有没有中文字体。",
    source_failed: ({ name }) => `没能查看 ${name}，原因在日志里。`,
  },
  todo: {
    database_silent: () =>
      "检查 PostgreSQL 是否在运行、DATABASE_URL 是否写对；恢复后程序会自己连上。",
    clock_differs: () => "在两台机器上启用 chrony 或 systemd-timesyncd，对准时间。",
    disk_short: () => "腾出空间，或把备份放到别的磁盘；写满后所有写入都会被拒绝。",
    backup_old: () => "查看 ZHIBU_BACKUP_AT 与备份文件夹；先手工做一次：zhibu db backup。",
    backup_none: () =>
      "设置 ZHIBU_BACKUP_AT 与 ZHIBU_BACKUP_FOLDER，或先手工做一次：zhibu db backup。",
    rows_unsealed: () => "确认至少有一个可写的节点在运行；积压只是还没封链，并不丢失。",
    events_late: () => "确认至少有一个可写的节点在运行，并在日志里查找 events。",
    jobs_dead: () => "在日志里按任务编号查明原因，排除后重新排入。",
    writes_closed: ({ reason }) =>
      reason === "setting"
        ? "维护完成后去掉 ZHIBU_READ_ONLY 并重启。"
        : "等主库恢复，或按手册提升备库；之后程序会自己转为可写。",
    fonts_missing: () => "安装 fonts-noto-cjk。",
    fonts_unknown: () => "安装 fontconfig 后再查。",
    source_failed: () => "在日志里按这个名字查明原因。",
  },
};
