import type { Words } from "../words.ts";
import type { health as zh } from "../zh/health.ts";

export const health: Words<typeof zh> = {
  title: "Health",
  lede: "What should I do first? The most urgent stands on top. Looked at {{at}}, again each minute for half an hour.",
  lookAgain: "Look again",
  levels: { bad: "act now", notice: "keep an eye on", good: "well" },
  todo: "What to do",
  bad: "{{count}} to act on now",
  notice: "{{count}} to keep an eye on",
  good: "{{count}} well",
  calmTitle: "Nothing to do now",
  calmText: "All {{count}} things looked at are well; they are listed below.",
  none: "There is nothing to look at",
  code: "code {{code}}",
};
