import { invariant } from "../base/invariant.ts";
import { bilingual } from "../base/message.ts";

const groups: Readonly<Record<string, { zh: string; en: string }>> = {
  pack: bilingual("政策包：编译、用例、界线、笔误", "packs: compile, cases, boundaries, slips"),
  corpus: bilingual("官方文本：导入、取哈希、核对", "official texts: import, hash, verify"),
  register: bilingual("名录：查看、录入、撤下", "registers: show, import, withdraw"),
  land: bilingual(
    "一张图：导入、导出、冲突检查、撤销",
    "the map: import, export, conflict check, undo",
  ),
  city: bilingual("合成城市", "the synthetic city"),
  library: bilingual("整库测算：开始、取消、接着做", "whole libraries: run, cancel, resume"),
  db: bilingual("数据库：迁移、备份、恢复", "database: migrate, back up, restore"),
  people: bilingual("账号：新建、列出、停用、恢复", "accounts: add, list, disable, recover"),
  rules: bilingual("表达式语言", "the expression language"),
  bench: bilingual("测速：规则、冲突检查、地图", "benchmarks: rules, conflict check, map"),
};

/** The words of the command line's own frame. */
export const words = {
  about: bilingual(
    "织补：城市更新信息系统",
    "Zhibu: the information system of a city that renews itself",
  ),
  help: bilingual("显示帮助", "show help"),
  format: bilingual("输出格式：text、json 或 md", "output format: text, json or md"),
  usage: bilingual("用法：", "Usage:"),
  arguments: bilingual("参数：", "Arguments:"),
  options: bilingual("选项：", "Options:"),
  commands: bilingual("命令：", "Commands:"),
  globalOptions: bilingual("通用选项：", "Global Options:"),
  group: (name: string): { zh: string; en: string } => {
    const means = groups[name];
    invariant(means !== undefined, `the group ${name} says what its commands are for`);
    return means;
  },
  formatUnknown: (format: string) =>
    bilingual(
      `没有“${format}”这种输出格式，可用 text、json、md`,
      `no output format "${format}": use text, json or md`,
    ),
};
