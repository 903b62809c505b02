import type { Map } from "maplibre-gl";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { City, HeatKind, Layer } from "../../api/land.ts";
import { FormActs } from "../../forms/FormActs.tsx";
import { TextField } from "../../forms/TextField.tsx";
import { dayText } from "../compare/days.ts";
import type { StyleInput } from "../style/layer.ts";
import type { SheetFault } from "./portrait.ts";
import { PrintSheet, type Sheet, type SheetWords } from "./PrintSheet.tsx";
import "../../styles/forms.css";

type Props = {
  map: Map;
  city: City;
  input: StyleInput;
  layers: readonly Layer[];
  heat: HeatKind | undefined;
  watermark: string;
  close: () => void;
};

type State =
  | { kind: "asking" }
  | { kind: "drawing" }
  | { kind: "failed"; why: SheetFault }
  | { kind: "drawn"; sheet: Sheet };

/** What came instead of a sheet; without a cause of its own it was the code that draws. */
function faultOf(cause: unknown): SheetFault {
  console.error("The sheet was not drawn:", cause);
  return cause instanceof Error && "fault" in cause ? (cause.fault as SheetFault) : "code";
}

/** Draws the sheet as the map stands now: what is panned to afterwards is not on it. */
function useSheet({ map, city, input, layers, heat, watermark }: Props) {
  const [state, setState] = useState<State>({ kind: "asking" });
  const draw = async (words: SheetWords) => {
    setState({ kind: "drawing" });
    try {
      const { portray } = await import("./portrait.ts");
      const portrait = await portray(map, input, watermark);
      const drawn = layers.filter(({ id }) => portrait.drawn.has(id));
      const sheet = { portrait, words, city, layers: drawn, heat, day: dayText(new Date()) };
      setState({ kind: "drawn", sheet });
    } catch (cause) {
      setState({ kind: "failed", why: faultOf(cause) });
    }
  };
  return { state, draw };
}

type FieldsProps = { words: SheetWords; change: (words: SheetWords) => void };

function Fields({ words, change }: FieldsProps) {
  const { t } = useTranslation("map");
  return (
    <>
      <TextField
        required
        maxLength={60}
        label={t("sheetTitle")}
        value={words.title}
        change={(title) => change({ ...words, title })}
      />
      <TextField
        maxLength={60}
        label={t("sheetReviewField")}
        placeholder={t("sheetReviewHint")}
        value={words.reviewNumber}
        change={(reviewNumber) => change({ ...words, reviewNumber })}
      />
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
    void draw(words);
  };
  return (
    <form className="printpanel floating sheet" aria-label={t("print")} onSubmit={submit}>
      <Fields words={words} change={setWords} />
      {state.kind === "failed" && (
        <p className="c-stop" role="alert">
          {t("sheetFailed", { why: t(`sheetFaults.${state.why}`) })}
        </p>
      )}
      <FormActs
        label={t("sheetPrint")}
        busy={t("sheetDrawing")}
        isBusy={state.kind === "drawing"}
        leave={{ label: t("close"), act: props.close }}
      />
      {state.kind === "drawn" && <PrintSheet {...state.sheet} onDrawn={() => window.print()} />}
    </form>
  );
}
