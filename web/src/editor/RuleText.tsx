import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic, Suggestion } from "../../../src/rules/index.ts";
import { useSettings } from "../app/settings.ts";
import type { Offer } from "./text/complete.ts";
import { mountEditor, type Editor, type Spoken } from "./text/mount.ts";
import { useKindWords } from "./useKindWords.ts";

type Props = {
  path: string;
  /** What it begins with; from then on the editor itself holds the text. */
  text: string;
  words: readonly Suggestion[];
  findings: readonly Diagnostic[];
  change: (text: string) => void;
  named: (suggestion: Suggestion | undefined) => void;
  hold: (editor: Editor | undefined) => void;
};

function useSpoken(path: string): Spoken {
  const { t } = useTranslation("editor");
  return useMemo(
    () => ({
      label: t("textLabel", { path }),
      phrases: { Completions: t("completions"), Diagnostics: t("findings") },
    }),
    [t, path],
  );
}

/** The text of the file, in an editor that lives as long as the page. */
export function RuleText({ path, text, words, findings, change, named, hold }: Props) {
  const { locale } = useSettings();
  const kindWords = useKindWords();
  const spoken = useSpoken(path);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const offer = useRef<Offer>({ words, speech: { locale, words: kindWords } });

  useEffect(() => {
    offer.current = { words, speech: { locale, words: kindWords } };
  }, [words, locale, kindWords]);
  const mount = useEffectEvent((place: HTMLElement) =>
    mountEditor(place, {
      text,
      spoken,
      offer: () => offer.current,
      told: { changed: change, named },
    }),
  );
  const given = useEffectEvent(hold);
  useEffect(() => {
    if (!host.current) return undefined;
    const mounted = mount(host.current);
    editor.current = mounted;
    given(mounted);
    return () => {
      given(undefined);
      mounted.close();
    };
  }, []);
  useEffect(() => editor.current?.speak(spoken), [spoken]);
  useEffect(() => editor.current?.show(findings, locale), [findings, locale]);
  return <div className="ruletext" ref={host} />;
}
