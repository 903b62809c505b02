import { useTranslation } from "react-i18next";
import { useSettings } from "../app/settings.ts";
import { problemText, type ProblemText } from "./problem-text.ts";

type Own = "source_unreachable" | "server_silent" | "answer_unread";
const own: ReadonlySet<string> = new Set<Own>([
  "source_unreachable",
  "server_silent",
  "answer_unread",
]);
const isOwn = (code: string): code is Own => own.has(code);

/** Says a failure in the reader's language: in the server's words, or in ours where it is mute. */
export function useProblemText(): (error: unknown) => ProblemText {
  const { t } = useTranslation("shell");
  const { locale } = useSettings();
  return (error) => {
    const text = problemText(error, locale);
    return isOwn(text.code) ? { ...text, sentence: t(`problems.${text.code}`) } : text;
  };
}
