import type { OpenRefusal, RestoreRefusal } from "./refusals.ts";

export type StoreFaultCode =
  | "database_timeout"
  | "database_busy"
  | "database_unavailable"
  | "disk_full"
  | "read_only"
  | "snapshot_damaged";

type Said<Refusal extends { code: string }> = {
  [Code in Refusal["code"]]: (refusal: Extract<Refusal, { code: Code }>) => string;
};

/** Every sentence of the store, by code; both languages have the same keys and holes. */
export type StoreMessages = {
  faults: Record<StoreFaultCode, string>;
  open: Said<OpenRefusal>;
  restore: Said<RestoreRefusal>;
};

export const zh: StoreMessages = {
  faults: {
    database_timeout: "数据库在规定时间内没有答复，本次操作已撤销，没有写入任何内容。请稍后再试。",
    database_busy: "数据库正忙，排队时间过长。请稍后再试。",
    database_unavailable: "连接不上数据库，没有写入任何内容。请稍后再试，或请管理员检查数据库。",
    disk_full: "磁盘已满，本次操作已撤销，没有留下写了一半的文件。请先腾出空间。",
    read_only: "系统正处于只读状态，可以查阅，暂时不能写入。本次操作没有写入任何内容，请稍后再试。",
    snapshot_damaged: "数据快照已损坏或不完整，不能使用。",
  },
  open: {
    folder_in_use: ({ folder, pid, url }) =>
      `数据文件夹 ${folder} 正由进程 ${pid} 使用${url ? `（${url}）` : ""}。` +
      `同一文件夹同时只能由一个进程打开；请通过该进程操作，或先停止它。`,
    database_unprotected: ({ host }) =>
      `到数据库 ${host} 的连接既没有加密，也没有说明不需要，没有打开。请在地址里写 sslmode=verify-full，` +
      `自建的证书另加 sslrootcert=文件；确实不需要时写 sslmode=disable。`,
    session_setting_differs: ({ name, wanted, found }) =>
      `数据库会话的 ${name} 是 ${found}，应为 ${wanted}。经连接池连接时，` +
      `请执行 alter role … set ${name} to '${wanted}'。`,
    migration_changed: ({ name }) =>
      `迁移 ${name} 在执行之后被改动。已执行的迁移不能改，请恢复原文件，另写新的迁移。`,
    migration_missing: ({ name }) =>
      `数据库已执行迁移 ${name}，但程序里没有它：程序比数据旧，请换用较新的版本。`,
    migration_failed: ({ name, detail }) => `迁移 ${name} 执行失败，已全部撤销：${detail}`,
    migration_misnumbered: ({ name }) =>
      `迁移 ${name} 的编号有误：文件名须为四位数字加连字符，编号不得重复。`,
  },
  restore: {
    backup_missing: ({ file }) => `找不到备份文件 ${file}。`,
    backup_damaged: ({ file }) => `备份文件 ${file} 已损坏或不完整，没有恢复任何内容。`,
    backup_key_missing: ({ file }) =>
      `备份 ${file} 是加密的，没有恢复。请用 ZHIBU_BACKUP_KEY 或 ZHIBU_BACKUP_KEY_FILE 给出密钥。`,
    backup_key_wrong: ({ file }) =>
      `给出的密钥打不开备份 ${file}，没有恢复。请换用备份时的那一把密钥。`,
    backup_unknown: ({ file }) => `${file} 不是本程序可读的备份文件。`,
    backup_newer: ({ name }) => `备份来自较新的版本（迁移 ${name}），请用该版本或更新的版本恢复。`,
    target_not_empty: ({ target }) => `目标 ${target} 不是空的。为免覆盖数据，没有写入任何内容。`,
    target_unprepared: ({ target, cure }) =>
      `目标 ${target} 还缺只有超级用户才能给的东西，没有写入任何内容。请超级用户在其中执行：${cure};`,
    table_foreign: ({ table }) =>
      `表 ${table} 不是本程序建的，或列与本程序建的不同。没有写入任何内容。请先把它移出各模式。`,
    row_refused: ({ table, constraint }) =>
      `${table} 里有一行违反约束 ${constraint}，没有写入任何内容。这样的行只能是绕过程序写入的。`,
    source_missing: ({ source }) => `${source} 里没有数据库，没有可搬的内容。`,
    move_differs: ({ table }) =>
      `搬过去的 ${table} 与原来的不一致，已全部撤销，目标仍是空的，原来的数据没有动。`,
  },
};
