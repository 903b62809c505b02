import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import type { Diagnostic, Suggestion } from "../../../src/rules/index.ts";
import { CaseRun } from "./CaseRun.tsx";
import type { Opened } from "./desk/desk.ts";
import type { Chosen } from "./desk/trial.ts";
import { DraftActs } from "./DraftActs.tsx";
import { FindingList } from "./FindingList.tsx";
import { NameLine } from "./NameLine.tsx";
import { RuleText } from "./RuleText.tsx";
import { Sentences } from "./Sentences.tsx";
import type { Editor } from "./text/mount.ts";
import { useLook, type useDesk } from "./useDesk.ts";
import { useDraftText } from "./useDraftText.ts";

type Props = {
  desk: ReturnType<typeof useDesk>;
  opened: Opened;
  page: MeasurePage;
  encoding: string;
};

type WritingProps = Pick<Props, "desk" | "opened"> & {
  draft: ReturnType<typeof useDraftText>;
  name: { at: Suggestion | undefined; set: (suggestion: Suggestion | undefined) => void };
};

/** The editor, so that what stands beside it can write into it and lead to a place in it. */
function useEditor({ formatted }: Props["desk"]["state"]) {
  const editor = useRef<Editor>(undefined);
  const hold = useCallback((held: Editor | undefined) => {
    editor.current = held;
  }, []);
  useEffect(() => {
    if (formatted && "text" in formatted) editor.current?.write(formatted.text);
  }, [formatted]);
  return {
    hold,
    write: (text: string) => editor.current?.write(text),
    goTo: (finding: Diagnostic) => editor.current?.goTo(finding),
  };
}

/** The draft and what the check says of it. */
function Writing({ desk, opened, draft, name }: WritingProps) {
  const { state, format } = desk;
  const { path } = opened;
  const editor = useEditor(state);
  const words = useMemo(() => [...state.own, ...opened.words], [state.own, opened.words]);
  const own = useMemo(
    () => state.findings.filter(({ file }) => file === path),
    [state.findings, path],
  );
  return (
    <div className="writing">
      <Notices isKept={draft.isKept} isOlder={draft.isOlder} />
      <DraftActs
        path={path}
        text={draft.text}
        formatted={state.formatted}
        format={() => format(draft.text)}
        restore={() => editor.write(opened.text)}
      />
      <RuleText
        path={path}
        text={draft.begun}
        words={words}
        findings={own}
        change={draft.change}
        named={name.set}
        hold={editor.hold}
      />
      <NameLine name={name.at} />
      <FindingList path={path} state={state} goTo={editor.goTo} />
    </div>
  );
}

/** The draft at the left, with what the check says; at the right what it means, and a case. */
export function Workbench({ desk, opened, page, encoding }: Props) {
  const { state, look } = desk;
  const draft = useDraftText({ path: opened.path, text: opened.text, encoding });
  const [chosen, choose] = useState<Chosen>({ place: 0, changes: [] });
  const [at, set] = useState<Suggestion>();
  useLook(look, draft.text, chosen);
  return (
    <div className="workbench">
      <Writing desk={desk} opened={opened} draft={draft} name={{ at, set }} />
      <div className="beside">
        <Sentences page={page} state={state} />
        <CaseRun state={state} chosen={chosen} choose={choose} />
      </div>
    </div>
  );
}

function Notices({ isKept, isOlder }: { isKept: boolean; isOlder: boolean }) {
  const { t } = useTranslation("editor");
  return (
    <>
      {!isKept && (
        <p className="small c-stop" role="alert">
          {t("notKept")}
        </p>
      )}
      {isOlder && <p className="small c-maybe">{t("begunBefore")}</p>}
    </>
  );
}
