import type { Words } from "../words.ts";
import type { shell as zh } from "../zh/shell.ts";

export const shell: Words<typeof zh> = {
  brand: "Zhibu",
  mainNavigation: "Main navigation",
  skip: "Skip to content",
  otherLanguage: "中文",
  theme: "Theme: {{theme}}",
  themes: { system: "as the system", light: "light", dark: "dark" },
  synthetic: "Synthetic",
  syntheticMeans: "Buildings, blocks and networks are generated examples, not the real city",
  pages: { map: "One map", policies: "Policies", projects: "Projects", administration: "Admin" },
  titles: { report: "Policy report", notFound: "No such page" },
  waiting: "Fetching",
  waitingLong: "This takes longer than usual. You may leave; it goes on when you return.",
  retry: "Try again",
  leaveIt: "Not now",
  notDone: "It was not done; nothing was changed.",
  back: "Back to the map",
  copy: "Copy link",
  copied: "Link copied",
  copyFailed: "Could not copy; take it from the address bar",
  notFoundTitle: "There is no page here",
  notFoundText: "The address may be misspelt, or the page is not built yet.",
  failedTitle: "Nothing came back",
  brokenTitle: "This page broke",
  brokenText:
    "It could not be drawn; nothing you entered was sent. Open it again, and tell the administrator the code if it stays.",
  problemCode: "Code {{code}}",
  problems: {
    source_unreachable:
      "The server cannot be reached. Check the network or try later; what you entered is still here.",
    server_silent: "The server failed without a reason. Try later, or tell the administrator.",
    answer_unread: "The server's answer could not be read. Reload, or tell the administrator.",
  },
};
