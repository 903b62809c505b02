import type { Map } from "maplibre-gl";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Layer } from "../../api/land.ts";
import type { StyleInput } from "../style/layer.ts";
import { PrintSheet, type SheetWords } from "./PrintSheet.tsx";
import type { Portrait } from "./portrait.ts";

type Props = {
  map: Map;
  input: StyleInput;
  layers: readonly Layer[];
  watermark: string;
  close: () => void;
};

type State =
  | { kind: "asking" }
  | { kind: "drawing" }
  | { kind: "failed" }
  | { kind: "drawn"; portrait: Portrait };

const today = (): string => new Intl.DateTimeFormat("sv").format(new Date());

function useSheet({ map, input, watermark }: Props) {
  const [state, setState] = useState<State>({ kind: "asking" });
  const draw = async () => {
    setState({ kind: "drawing" });
    try {
      const { portray } = await import("./portrait.ts");
      setState({ kind: "drawn", portrait: await portray(map, input, watermark) });
    } catch {
      setState({ kind: "failed" });
    }
  };
  return { state, draw };
}

type FieldsProps = { words: SheetWords; change: (words: SheetWords) => void };

function Fields({ words, change }: FieldsProps) {
  const { t } = useTranslation("map");
  return (
    <>
      <label>
        {t("sheetTitle")}
        <input
          required
          maxLength={60}
          value={words.title}
          onChange={({ target }) => change({ ...words, title: target.value })}
        />
      </label>
      <label>
        {t("sheetReviewField")}
        <input
          maxLength={60}
          value={words.reviewNumber}
          placeholder={t("sheetReviewHint")}
          onChange={({ target }) => change({ ...words, reviewNumber: target.value })}
        />
      </label>
    </>
  );
}

/** Asks for title and review number, draws the sheet and hands it to the printer. */
export function PrintPanel(props: Props) {
  const { t } = useTranslation("map");
  const { state, draw } = useSheet(props);
  const [words, setWords] = useState<SheetWords>({ title: t("title"), reviewNumber: "" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void draw();
  };
  const sheet = { words, layers: props.layers, day: today(), onDrawn: () => window.print() };
  return (
    <form className="printpanel sheet" aria-label={t("print")} onSubmit={submit}>
      <Fields words={words} change={setWords} />
      {state.kind === "failed" && <p role="alert">{t("sheetFailed")}</p>}
      <p className="sketchacts">
        <button type="submit" className="btn do" disabled={state.kind === "drawing"}>
          {t(state.kind === "drawing" ? "sheetDrawing" : "sheetPrint")}
        </button>
        <button type="button" className="btn plain" onClick={props.close}>
          {t("close")}
        </button>
      </p>
      {state.kind === "drawn" && <PrintSheet portrait={state.portrait} {...sheet} />}
    </form>
  );
}
