export const health = {
  title: "运行状况",
  lede: "先做哪一件？最急的在最前。看于 {{at}}，每分钟重看，半小时为止。",
  lookAgain: "再看一次",
  levels: { bad: "要马上处理", notice: "要留意", good: "正常" },
  todo: "怎么办",
  bad: "{{count}} 件要马上处理",
  notice: "{{count}} 件要留意",
  good: "{{count}} 项正常",
  calmTitle: "现在没有要做的",
  calmText: "看过的 {{count}} 项都正常，列在下面。",
  none: "没有可看的项目",
  code: "代码 {{code}}",
} as const;
